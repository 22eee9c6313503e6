namespace MoniGo.Tracing;

/// <summary>One moment on both clocks, so that timestamps can be told as time of day.</summary>
internal readonly record struct TickMoment(DateTimeOffset Time, long Timestamp, double SecondsPerTick)
{
    /// <summary>Tells a timestamp as Unix time in seconds, to the millisecond.</summary>
    public double ToUnixSeconds(long timestamp) =>
        Math.Round((Time.ToUnixTimeMilliseconds() / 1000.0) - ((Timestamp - timestamp) * SecondsPerTick), 3);
}
