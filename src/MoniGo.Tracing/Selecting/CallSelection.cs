namespace MoniGo.Tracing;

/// <summary>Decides which calls of one function are kept, and counts them.</summary>
/// <remarks>
/// Thread-safe. A slow call raises the bar to its own duration until the next tick, so the slowest win and few are kept. A tracer whose
/// kept calls nobody takes keeps none.
/// </remarks>
internal sealed class CallSelection(FunctionTracer tracer)
{
    // The golden ratio spreads the phases of any number of threads evenly over the N calls of a round.
    private const double GoldenRatio = 0.618_033_988_749_894_9;

    private readonly KeepAllowance _allowance = KeepAllowance.OfFunction();
    private readonly long[] _kept = new long[(int)KeepReason.Child + 1];
    private long _slowAfter = long.MaxValue;
    private int _rate;
    private int _phases = -1;

    /// <summary>Gets the duration, in timestamps, from which on a call is slow; the one compare that an ordinary call pays.</summary>
    public long SlowAfter => Volatile.Read(ref _slowAfter);

    /// <summary>Gets how often a call is sampled: one in this many; 0 for none.</summary>
    public int Rate => Volatile.Read(ref _rate);

    /// <summary>Gets the calls that stand for their histogram buckets.</summary>
    public CallExemplars Exemplars { get; } = new();

    /// <summary>Gets how many calls were kept for a reason.</summary>
    public long Kept(KeepReason reason) => Volatile.Read(ref _kept[(int)reason]);

    /// <summary>Sets the rate; whoever does, rearms the cells afterwards if this answers true.</summary>
    public bool TrySetRate(int rate)
    {
        if (Interlocked.Exchange(ref _rate, rate) == rate)
            return false;

        Volatile.Write(ref _phases, -1);
        return true;
    }

    /// <summary>Gets how many calls a thread lets pass until its first sampled one: all N for the first thread.</summary>
    public long NextPhase(int rate)
    {
        var part = Interlocked.Increment(ref _phases) * GoldenRatio % 1;
        return rate - (long)(part * rate);
    }

    /// <summary>Tells whether a call that is due may be sampled.</summary>
    public bool TrySample() => TryTake(KeepReason.Sampled);

    /// <summary>Tells why a call that has ended is kept, if it is, and counts it.</summary>
    public KeepReason Judge(long duration, bool failed)
    {
        var reason = failed && TryTake(KeepReason.Failed) ? KeepReason.Failed
            : duration >= SlowAfter && TryTakeSlow(duration) ? KeepReason.Slow
            : KeepReason.None;
        if (reason != KeepReason.None)
            Count(reason);

        return reason;
    }

    public void Count(KeepReason reason) => Interlocked.Increment(ref _kept[(int)reason]);

    /// <summary>Sets the duration, in timestamps, from which on a call is slow.</summary>
    public void SetSlowAfter(long slowAfter) => Volatile.Write(ref _slowAfter, slowAfter);

    /// <summary>Begins a tick, with the bar for slow calls where it belongs.</summary>
    public void Renew(long slowAfter)
    {
        _allowance.Renew();
        SetSlowAfter(slowAfter);
    }

    private bool TryTakeSlow(long duration)
    {
        if (!TryTake(KeepReason.Slow))
            return false;

        // Two at once may each set their own: the bar is then a little lower than it might be, and the allowance holds.
        SetSlowAfter(Math.Max(SlowAfter, duration + 1));
        return true;
    }

    private bool TryTake(KeepReason reason) =>
        tracer.Keeper is not null && _allowance.TryTake(reason) && tracer.Allowance.TryTake(reason);
}
