namespace MoniGo;

/// <summary>The everyday ways to trace a call under a name.</summary>
/// <remarks>
/// The call always runs, exactly once, and its exceptions pass as <see cref="TracedFunction"/> says. The overloads with a state allocate nothing when given a
/// static lambda. A name that is null or empty is an <see cref="ArgumentException"/>, also while tracing is off.
/// </remarks>
public static partial class MoniGoTracerExtensions
{
    /// <summary>Begins a call that ends when the scope is disposed.</summary>
    public static TraceScope Start(this IMoniGoTracer tracer, string name) => Find(tracer, name).Start();

    /// <summary>Runs and times an action.</summary>
    public static void Trace(this IMoniGoTracer tracer, string name, Action call) => Find(tracer, name).Trace(call);

    /// <summary>Runs and times an action with an argument, which spares a closure.</summary>
    public static void Trace<TState>(this IMoniGoTracer tracer, string name, TState state, Action<TState> call) =>
        Find(tracer, name).Trace(state, call);

    /// <summary>Runs and times a function and gives its result.</summary>
    public static TResult Trace<TResult>(this IMoniGoTracer tracer, string name, Func<TResult> call) =>
        Find(tracer, name).Trace(call);

    /// <summary>Runs and times a function with an argument, which spares a closure.</summary>
    public static TResult Trace<TState, TResult>(
        this IMoniGoTracer tracer, string name, TState state, Func<TState, TResult> call) =>
        Find(tracer, name).Trace(state, call);

    private static TracedFunction Find(IMoniGoTracer tracer, string name)
    {
        ArgumentNullException.ThrowIfNull(tracer);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return tracer.IsEnabled ? tracer.GetFunction(name) : default;
    }
}
