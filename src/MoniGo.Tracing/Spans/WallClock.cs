namespace MoniGo.Tracing;

/// <summary>Tells timestamps as time of day, so that spans of one trace stand to each other as their timestamps do.</summary>
/// <remarks>
/// Both clocks are read together once, and again only when they have drifted apart by more than a millisecond: told anew each time, a child
/// could seem to begin before its parent. Thread-safe.
/// </remarks>
internal sealed class WallClock(TimeProvider time)
{
    /// <summary>How far times that others have read off the system's clock may be from what is told here.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan Drift = TimeSpan.FromMilliseconds(1);

    private volatile Anchor _anchor = Anchor.Drop(time);

    /// <summary>Tells when a timestamp was taken.</summary>
    public DateTimeOffset At(long timestamp) => _anchor.Time + time.GetElapsedTime(_anchor.Timestamp, timestamp);

    /// <summary>Tells at which timestamp it was a time of day.</summary>
    public long TimestampAt(DateTimeOffset moment)
    {
        var anchor = _anchor;
        return anchor.Timestamp + (long)((moment - anchor.Time).TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>Tells how long a difference of timestamps is.</summary>
    public TimeSpan LengthOf(long timestamps) => time.GetElapsedTime(0, timestamps);

    /// <summary>Follows the system's clock where that was set; called now and then.</summary>
    public void Follow()
    {
        var now = Anchor.Drop(time);
        if ((At(now.Timestamp) - now.Time).Duration() > Drift)
            _anchor = now;
    }

    private sealed record Anchor(DateTimeOffset Time, long Timestamp)
    {
        public static Anchor Drop(TimeProvider time) => new(time.GetUtcNow(), time.GetTimestamp());
    }
}
