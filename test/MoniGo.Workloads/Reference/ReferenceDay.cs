using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>The day that stores are compared on: 300 series of twelve kinds, every 5 seconds, seed 42.</summary>
/// <remarks>
/// The same bits on every machine and runtime: own random numbers, plain arithmetic, no transcendental functions in the data.
/// Three series share an instrument. Not thread-safe; <see cref="Ticks"/> may be enumerated many times and starts anew each time.
/// </remarks>
/// <param name="start">Midnight of the day; the first tick comes one interval later. 20 November 2026 when null.</param>
public sealed class ReferenceDay(DateTimeOffset? start = null)
{
    /// <summary>Seed of everything.</summary>
    public const long Seed = 42;

    /// <summary>Ticks of a day.</summary>
    public const int TicksPerDay = 17_280;

    /// <summary>Time between ticks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, double[]> _columns = [];

    /// <summary>Gets the start of the day.</summary>
    public DateTimeOffset Start { get; } = start ?? new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the series, in the order of <see cref="ReferenceClass.All"/>.</summary>
    public IReadOnlyList<ReferenceSeries> Series { get; } = MakeSeries();

    /// <summary>Makes the ticks one by one; a family in which nothing moved is the same instance as before.</summary>
    /// <param name="jitter">Each tick comes up to so much late, in whole milliseconds; null for an exact grid.</param>
    /// <param name="count">Number of ticks; past a day the values go on and the load repeats.</param>
    /// <param name="interval">Time between ticks, for quick long histories; 5 seconds when null.</param>
    public IEnumerable<Snapshot> Ticks(TimeSpan? jitter = null, int count = TicksPerDay, TimeSpan? interval = null)
    {
        var ticks = new ReferenceTicks(this, jitter ?? TimeSpan.Zero, interval ?? Interval);
        for (var tick = 0; tick < count; tick++)
            yield return ticks.Next();
    }

    /// <summary>Gets the value of a series at a tick of the day, from 0; null when it is absent.</summary>
    public double? Value(int series, int tick)
    {
        if (!_columns.TryGetValue(series, out var column))
            _columns[series] = column = Column(series);

        return double.IsNaN(column[tick]) ? null : column[tick];
    }

    /// <summary>Makes all values of a series, NaN where it is absent.</summary>
    public double[] Column(int series, int count = TicksPerDay) => Column(Series[series].Begin(), count);

    /// <summary>Gets the entropy of each class over the day.</summary>
    public IReadOnlyList<ClassFloor> Floors() => [.. Series.GroupBy(series => series.Class, FloorOf)];

    private ClassFloor FloorOf(ReferenceClass kind, IEnumerable<ReferenceSeries> all)
    {
        var (samples, bits) = (0L, 0.0);
        foreach (var series in all)
        {
            var model = series.Begin();
            samples += Column(model, TicksPerDay).LongCount(value => !double.IsNaN(value));
            bits += model.Bits;
        }

        return new(kind, samples, bits);
    }

    private double[] Column(SeriesModel model, int count)
    {
        var column = new double[count];
        for (var tick = 0; tick < count; tick++)
            column[tick] = model.Next(LoadCurve.At(Start + ((tick + 1) * Interval)));

        return column;
    }

    private static List<ReferenceSeries> MakeSeries()
    {
        string[] parts = ["orders", "payments", "search"];
        var all = new List<ReferenceSeries>();
        foreach (var kind in ReferenceClass.All)
        {
            for (var i = 0; i < kind.Count; i++)
            {
                var instrument = i % parts.Length == 0
                    ? new InstrumentInfo($"reference.{kind.Name}.{(i / parts.Length) + 1:00}", kind.Kind, kind.Unit)
                    : all[^1].Key.Instrument;
                all.Add(new(all.Count, new SeriesKey(instrument, TagSet.Of("part", parts[i % parts.Length])), kind));
            }
        }

        return all;
    }
}
