using MoniGo.Signals;

namespace MoniGo.KillTarget;

/// <summary>The ticks that the target writes, which the test can tell again from epoch and sequence alone.</summary>
public static class TargetTicks
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    public static readonly InstrumentInfo Level = new("kill.level", InstrumentKind.Gauge);
    public static readonly InstrumentInfo Jobs = new("kill.jobs", InstrumentKind.Counter);
    public static readonly InstrumentInfo Latency = new("kill.latency", InstrumentKind.Histogram, "s");

    private static readonly SeriesKey[] Levels = [.. Enumerable.Range(0, 20).Select(i => new SeriesKey(Level, TagSet.Of("i", $"{i}")))];
    private static readonly SeriesKey JobsKey = new(Jobs);
    private static readonly SeriesKey LatencyKey = new(Latency);

    /// <summary>Gets the value of one gauge at one tick, with all bits of its mantissa in use.</summary>
    public static double LevelAt(int i, long epoch, long sequence) => Math.Sqrt((sequence * 31) + i) + epoch;

    /// <summary>Makes a tick.</summary>
    public static Snapshot Make(SnapshotBuilder builder, Resource resource, DateTimeOffset start, long epoch, long sequence)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Begin(start + (sequence * Interval));
        for (var i = 0; i < Levels.Length; i++)
            builder.Add(Levels[i], LevelAt(i, epoch, sequence));

        builder.Add(JobsKey, sequence);
        builder.Add(LatencyKey, new ExponentialHistogram([1, 5], [sequence, 2 * sequence], 0, sequence * 0.1, 0.05, 0.3));
        return builder.Build(resource, epoch, sequence);
    }
}
