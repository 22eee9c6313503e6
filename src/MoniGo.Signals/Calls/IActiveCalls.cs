namespace MoniGo.Signals;

/// <summary>Lists the calls of traced functions that are running.</summary>
/// <remarks>Thread-safe. A reading looks at running threads without stopping them, so it may miss a call that begins or ends meanwhile.</remarks>
public interface IActiveCalls
{
    /// <summary>Lists running calls, oldest first.</summary>
    /// <param name="limit">At most this many, at least 1.</param>
    /// <param name="function">Exact name of the only function to list; null for all.</param>
    IReadOnlyList<ActiveCall> List(int limit, string? function = null);
}
