namespace MoniGo.Tracing;

/// <summary>Which calls are looked at closely; changes as a whole while the tracer runs.</summary>
internal sealed record TraceSettings
{
    /// <summary>Largest sampling rate.</summary>
    public const int MaxSamplingRate = 1_000_000_000;

    /// <summary>Gets how often: 1 in this many calls of each function; 0 for none.</summary>
    public int SamplingRate { get; init; } = 100;

    /// <summary>Gets from what duration on a call is slow; null for its function's own 99th percentile.</summary>
    public TimeSpan? SlowThreshold { get; init; }

    /// <summary>Gets the duration below which no call is slow.</summary>
    public TimeSpan SlowFloor { get; init; } = TimeSpan.FromMilliseconds(1);
}
