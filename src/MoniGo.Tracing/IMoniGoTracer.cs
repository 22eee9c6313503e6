namespace MoniGo;

/// <summary>Times calls of named functions: how many, how long, how they ended.</summary>
/// <remarks>
/// Call it through <see cref="MoniGoTracerExtensions"/>: <c>tracer.Trace("name", () => ...)</c>, <c>await tracer.TraceAsync(...)</c>,
/// <c>using var scope = tracer.Start("name")</c>. These run the call whatever this interface answers, so a stub of it in a test,
/// which answers <c>default</c>, never swallows a call. Thread-safe.
/// </remarks>
public interface IMoniGoTracer
{
    /// <summary>Gets whether calls are timed now; while false they just run.</summary>
    bool IsEnabled { get; }

    /// <summary>Finds the handle of a function; keep it where the call is hot.</summary>
    /// <param name="name">
    /// Name with few distinct values, best a literal; past 256 characters it is cut. The same text always means the same function.
    /// </param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    TracedFunction GetFunction(string name);

    /// <summary>Sets how often a call of any function is looked at closely: 1 in <paramref name="oneIn"/>.</summary>
    /// <remarks>
    /// Takes the place of every function's own rate. Effective from each thread's next call; no call is lost or counted twice. Lasts until
    /// the options are reloaded with another <c>Tracing:SamplingRate</c>.
    /// </remarks>
    /// <param name="oneIn">From 1, every call, to 1 000 000 000; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    void SetSamplingRate(int oneIn);

    /// <summary>Sets how often a call of one function is looked at closely.</summary>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    void SetSamplingRate(string name, int oneIn);
}
