namespace MoniGo.Tracing;

/// <summary>The sampled calls of one tracer that take the calls in their flow along.</summary>
/// <remarks>
/// Only while there are some does a beginning call read the ambient frame. A call that runs for long, such as a connection, is let go of
/// after a while, so that it cannot make all calls pay for that. Thread-safe.
/// </remarks>
internal sealed class LiveFrames
{
    /// <summary>How long a sampled call takes others along.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<CallFrame, long> _begun = [];
    private readonly Lock _gate = new();
    private volatile bool _any;

    /// <summary>Gets whether there are any.</summary>
    public bool Any => _any;

    public void Add(CallFrame frame, long start)
    {
        lock (_gate)
        {
            _begun.Add(frame, start);
            _any = true;
        }
    }

    public void Remove(CallFrame frame)
    {
        lock (_gate)
        {
            _begun.Remove(frame);
            _any = _begun.Count > 0;
        }
    }

    /// <summary>Lets go of those that have been running for long.</summary>
    public void LetGo(TickMoment moment)
    {
        if (!_any)
            return;

        CallFrame[] old;
        lock (_gate)
            old = [.. _begun.Where(pair => moment.Since(pair.Value) >= Longest).Select(pair => pair.Key)];

        foreach (var frame in old)
            frame.LetGo();
    }
}
