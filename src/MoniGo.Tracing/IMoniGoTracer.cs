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
}
