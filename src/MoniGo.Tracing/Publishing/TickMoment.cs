namespace MoniGo.Tracing;

/// <summary>One moment on both clocks, so that timestamps can be told as time of day.</summary>
internal readonly record struct TickMoment(DateTimeOffset Time, long Timestamp, double SecondsPerTick)
{
    /// <summary>Reads both clocks.</summary>
    public static TickMoment Now(TimeProvider time, TraceClock clock) => new(time.GetUtcNow(), clock.Now(), clock.SecondsPerTick);

    /// <summary>Tells how long ago a timestamp was; never less than nothing.</summary>
    public TimeSpan Since(long timestamp) => TimeSpan.FromSeconds(Math.Max(0, (Timestamp - timestamp) * SecondsPerTick));

    /// <summary>Tells a timestamp as time of day.</summary>
    public DateTimeOffset ToTime(long timestamp) => Time - Since(timestamp);

    /// <summary>Tells a timestamp as Unix time in seconds, to the millisecond.</summary>
    public double ToUnixSeconds(long timestamp) =>
        Math.Round((Time.ToUnixTimeMilliseconds() / 1000.0) - ((Timestamp - timestamp) * SecondsPerTick), 3);
}
