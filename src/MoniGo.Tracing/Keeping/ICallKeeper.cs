namespace MoniGo.Tracing;

/// <summary>Takes calls that are worth a span, and exceptions that ended calls.</summary>
/// <remarks>Called on the application's threads: must not block, must not throw, and may drop.</remarks>
internal interface ICallKeeper
{
    /// <summary>Takes a call that has ended; the tracer has already limited how many.</summary>
    void Keep(KeptCall call);

    /// <summary>Takes an exception within a filter, before its stack is unwound; called for each traced call that it passes.</summary>
    /// <param name="exception">The exception, to be read and not held on to.</param>
    /// <param name="function">Name of the function it ends.</param>
    void Observe(Exception exception, string function);
}
