using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Makes the snapshots of one imagined process, tick by tick.</summary>
internal sealed class TickScript(DateTimeOffset start, TimeSpan? interval = null)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly InstrumentInfo Jobs = new("test.jobs", InstrumentKind.Counter, "{job}");
    public static readonly InstrumentInfo Level = new("test.level", InstrumentKind.Gauge, "By");
    public static readonly InstrumentInfo Open = new("test.open", InstrumentKind.UpDownCounter, "{job}");
    public static readonly InstrumentInfo Latency = new("test.latency", InstrumentKind.Histogram, "s");

    private static readonly Resource Process = new("shop", "run-1", "box", 42, Noon);

    private readonly SnapshotBuilder _builder = new();
    private readonly TimeSpan _interval = interval ?? TimeSpan.FromSeconds(5);

    public long Epoch { get; private set; } = 1;

    public long Sequence { get; private set; }

    /// <summary>Gets the time of the last tick; the first comes one interval after the start.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Lets the process start anew: counters begin at zero.</summary>
    public TickScript Restart()
    {
        (Epoch, Sequence) = (Epoch + 1, 0);
        return this;
    }

    /// <summary>Lets ticks go by unseen.</summary>
    public TickScript Skip(int ticks)
    {
        (Sequence, Now) = (Sequence + ticks, Now + (ticks * _interval));
        return this;
    }

    /// <summary>Sets the clock, as an administrator would.</summary>
    public TickScript SetClock(DateTimeOffset time)
    {
        Now = time;
        return this;
    }

    public Snapshot Next(params (InstrumentInfo Instrument, double Value)[] values) =>
        Next(builder => Array.ForEach(values, pair => builder.Add(new SeriesKey(pair.Instrument), pair.Value)));

    public Snapshot Next(Action<SnapshotBuilder> collect)
    {
        (Sequence, Now) = (Sequence + 1, Now + _interval);
        _builder.Begin(Now);
        collect(_builder);
        return _builder.Build(Process, Epoch, Sequence);
    }

    public static SeriesKey Key(InstrumentInfo instrument, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        var set = TagSet.Empty;
        foreach (var (key, value) in tags)
            set = set.With(key, value);

        return new(instrument, set);
    }

    public static ExponentialHistogram Recorded(params double[] values)
    {
        var accumulator = new HistogramAccumulator();
        foreach (var value in values)
            accumulator.Record(value);

        return accumulator.ToHistogram();
    }
}
