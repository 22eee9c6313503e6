using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Tests;

/// <summary>The data that stores are measured with never changes, and is as hard to compress as it says.</summary>
public sealed class ReferenceDayTests
{
    private readonly ReferenceDay _day = new();

    [Fact]
    public void The_values_are_the_same_on_every_machine() =>
        Assert.Equal(0x1E6B22D466B7C66EUL, Fingerprint(_day.Ticks()));

    [Fact]
    public void Jitter_moves_times_and_no_value()
    {
        var jitter = TimeSpan.FromMilliseconds(15);
        var (exact, late) = (_day.Ticks(count: 100).ToArray(), _day.Ticks(jitter, 100).ToArray());

        Assert.Equal(Fingerprint(exact), Fingerprint(late));
        Assert.All(exact.Zip(late), pair => Assert.InRange(pair.Second.Time - pair.First.Time, TimeSpan.Zero, jitter));
        Assert.True(late.Select((tick, i) => tick.Time - exact[i].Time).Distinct().Count() > 10);
    }

    [Fact]
    public void A_value_asked_for_alone_is_that_of_the_tick()
    {
        var ticks = _day.Ticks(count: 50).ToArray();

        foreach (var series in _day.Series)
            Assert.Equal(ticks.Select(tick => ValueIn(tick, series.Key)), Enumerable.Range(0, 50).Select(tick => _day.Value(series.Number, tick)));
    }

    [Fact]
    public void Each_class_tells_as_much_as_the_data_of_the_published_comparisons()
    {
        var floors = _day.Floors();

        Assert.Equal(300, _day.Series.Count);
        Assert.All(floors, floor => Assert.InRange(floor.BitsPerSample, floor.Class.OriginalFloor - 0.05, floor.Class.OriginalFloor + 0.05));
        Assert.InRange(floors.Sum(floor => floor.Bits) / 8 / floors.Sum(floor => floor.Samples), 0.91, 0.92);
    }

    [Fact]
    public void Families_are_sorted_and_shared_while_nothing_moves()
    {
        var ticks = _day.Ticks(count: 10).ToArray();
        var names = ticks[^1].Families.Select(family => family.Instrument.Name).ToArray();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Same(ticks[0].Find("reference.constant.01"), ticks[^1].Find("reference.constant.01"));
        Assert.NotSame(ticks[0].Find("reference.latency.01"), ticks[^1].Find("reference.latency.01"));
    }

    private static double? ValueIn(Snapshot tick, SeriesKey series) => tick.Find(series.Instrument.Name, series.Tags)?.Value;

    /// <summary>FNV-1a over the bits of all values.</summary>
    private static ulong Fingerprint(IEnumerable<Snapshot> ticks) => ticks
        .SelectMany(tick => tick.Families)
        .SelectMany(family => family.Samples)
        .Aggregate(14_695_981_039_346_656_037, (hash, sample) => (hash ^ BitConverter.DoubleToUInt64Bits(sample.Value)) * 1_099_511_628_211);
}
