using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class SeriesDeltaTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly SeriesQuery Moved = new(new(Level.Name), TimeReduction.Delta);

    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromHours(1)));
    private readonly TickScript _ticks = new(Noon, TimeSpan.FromSeconds(30));
    private readonly SeriesEngine _engine;

    public SeriesDeltaTests() => _engine = new(_store);

    [Fact]
    public async Task RangeAsync_Gauge_IsTheWayFromTheLastValueOfTheWindowBefore()
    {
        await Append(Level, 9, 10, 50, 13, 0, 11);

        Assert.Equal([(2, 3d), (3, -2d)], await Points(Moved, 0)); // the first window has none before it
        Assert.Equal([(2, 3d), (3, -2d)], await Points(Moved, 1)); // the window before the range is read too
    }

    [Fact]
    public async Task RangeAsync_GaugeAcrossAGap_BelongsToTheLaterWindow()
    {
        await Append(Level, 1, 2);
        _ticks.Skip(4);
        await Append(Level, 0, 7);

        Assert.Equal([(4, 5d)], await Points(Moved, 0));
    }

    [Fact]
    public async Task RangeAsync_Counter_IsItsGrowthWithResets()
    {
        await Append(Jobs, 5, 10, 4, 6);

        Assert.Equal([(2, 6d)], await Points(new(new(Jobs.Name), TimeReduction.Delta), 1));
    }

    [Fact]
    public async Task RangeAsync_NodesByTag_AreJoinedAfterTheDifference()
    {
        foreach (var (a, b) in new[] { (1, 10), (1, 10), (4, 10), (4, 12) })
        {
            await _store.AppendAsync(StreamId.Local, _ticks.Next(tick =>
            {
                tick.Add(Key(Level, ("node", "a")), a);
                tick.Add(Key(Level, ("node", "b")), b);
            }));
        }

        Assert.Equal([(2, 5d)], await Points(Moved, 0));
        Assert.Equal([(2, 3d)], await Points(Moved with { Across = GroupReduction.Max }, 0));
    }

    [Fact]
    public void Instant_Gauge_IsTheWayBetweenTwoTicks()
    {
        var before = _ticks.Next((Level, 4), (Jobs, 1));
        var latest = _ticks.Next((Level, 1), (Jobs, 3), (Open, 2));

        Assert.Equal(-3, Instant(Level, latest, before));
        Assert.Equal(2, Instant(Jobs, latest, before));
        Assert.Equal(2, Instant(Open, latest, before));
        Assert.Null(Instant(Level, latest, null));
        Assert.Null(Instant(Level, _ticks.Next((Level, 4)), _ticks.Next((Jobs, 1))));
    }

    [Fact]
    public async Task RangeAsync_BadRangeOrStep_IsRefusedByName()
    {
        async Task Refused(string name, TimeRange range, TimeSpan step) =>
            Assert.Equal(name, (await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _engine.RangeAsync(Moved, range, step))).ParamName);

        await Refused("range", new(Noon, Noon - Minute), Minute);
        await Refused("step", new(Noon, Noon + Minute), -Minute);
        await Refused("step", new(Noon, Noon + Minute), TimeSpan.FromDays(367));
        Assert.Empty(await _engine.RangeAsync(Moved, new(Noon, Noon), Minute));
    }

    private static double? Instant(InstrumentInfo instrument, Snapshot latest, Snapshot? previous) =>
        SeriesEngine.Instant(new(new(instrument.Name), TimeReduction.Delta), latest, previous).SingleOrDefault()?.Points.Single().Value;

    private async Task Append(InstrumentInfo instrument, params double[] values)
    {
        foreach (var value in values)
            await _store.AppendAsync(StreamId.Local, _ticks.Next((instrument, value)));
    }

    private async Task<IEnumerable<(int Minute, double Value)>> Points(SeriesQuery query, int fromMinute)
    {
        var range = new TimeRange(Noon + (fromMinute * Minute), Noon + (10 * Minute));
        return Assert.Single(await _engine.RangeAsync(query, range, Minute)).Points.Select(point => ((int)((point.Time - Noon) / Minute), point.Value));
    }
}
