using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class SeriesEngineRangeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeRange TenMinutes = new(Noon, Noon + (10 * Minute));

    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromHours(1)));
    private readonly TickScript _ticks = new(Noon, TimeSpan.FromSeconds(30));
    private readonly SeriesEngine _engine;

    public SeriesEngineRangeTests() => _engine = new(_store);

    [Theory]
    [InlineData(nameof(GroupReduction.Sum), 11 + 5)]
    [InlineData(nameof(GroupReduction.Mean), (11 + 5) / 2d)]
    [InlineData(nameof(GroupReduction.Max), 11)]
    public async Task RangeAsync_Gauges_AreJoinedAsAsked(string across, double expected)
    {
        await Append(b => b.Add(A(Level), 10), b => b.Add(B(Level), 6));
        await Append(b => b.Add(A(Level), 12), b => b.Add(B(Level), 4));
        var query = SeriesQuery.MeanOf(Level.Name) with { Across = Enum.Parse<GroupReduction>(across) };

        Assert.Equal(expected, (await Only(query)).Value);
    }

    [Theory]
    [InlineData(nameof(TimeReduction.Last), 4)]
    [InlineData(nameof(TimeReduction.Mean), 6)]
    [InlineData(nameof(TimeReduction.Max), 8)]
    public async Task RangeAsync_Gauge_HasABandAroundItsValue(string inTime, double expected)
    {
        await Append(b => b.Add(A(Level), 8));
        await Append(b => b.Add(A(Level), 4));

        var point = await Only(new(new(Level.Name), Enum.Parse<TimeReduction>(inTime)));

        Assert.Equal(new SeriesPoint(Noon + Minute, expected, 4, 8), point);
    }

    [Fact]
    public async Task RangeAsync_GroupBy_MakesOneLinePerValueAndOneForNone()
    {
        await Append(b => b.Add(A(Level), 1), b => b.Add(B(Level), 2), b => b.Add(new(Level), 4));

        var lines = await _engine.RangeAsync(SeriesQuery.LastOf(Level.Name) with { GroupBy = ["node"] }, TenMinutes, TimeSpan.FromSeconds(30));

        Assert.Equal([("", 4d), ("a", 1d), ("b", 2d)], lines.Select(line => (line.Group, line.Points[0].Value)));
    }

    [Fact]
    public async Task RangeAsync_Counter_IsGrowthPerSecondAndAGapWhereNothingWasMeasured()
    {
        foreach (var value in new[] { 0, 30, 60, 120 })
            await Append(b => b.Add(A(Jobs), value));

        _ticks.Skip(2); // 12:03 has no tick
        await Append(b => b.Add(A(Jobs), 240));
        await Append(b => b.Add(A(Jobs), 300));

        var points = await Line(SeriesQuery.RateOf(Jobs.Name));

        Assert.Equal([Noon + Minute, Noon + (2 * Minute), Noon + (4 * Minute)], points.Select(point => point.Time));
        Assert.Equal([30 / 60d, 90 / 60d, 180 / 120d], points.Select(point => point.Value)); // no spike after the gap
    }

    [Fact]
    public async Task RangeAsync_IncreaseOfHistogram_CountsCalls()
    {
        await Append(b => b.Add(A(Latency), Recorded(1)));
        await Append(b => b.Add(A(Latency), Recorded(1, 2, 3)));

        Assert.Equal(2, (await Only(new(new(Latency.Name), TimeReduction.Increase))).Value);
        Assert.Equal(2 / 60d, (await Only(SeriesQuery.RateOf(Latency.Name))).Value);
    }

    [Fact]
    public async Task RangeAsync_Quantile_IsOfMergedBucketsAndNotAMeanOfPercentiles()
    {
        await Append(b => b.Add(new(Level), 0)); // both series appear during the run
        await Append(
            b => b.Add(A(Latency), Recorded([.. Enumerable.Repeat(0.001, 99)])),
            b => b.Add(B(Latency), Recorded(10)));

        // A mean of the two medians would be 5 s.
        Assert.InRange((await Only(SeriesQuery.QuantileOf(Latency.Name, 0.5))).Value, 0.00097, 0.00103);
        Assert.Equal((0.099 + 10) / 100, (await Only(SeriesQuery.MeanOf(Latency.Name))).Value, 9);
        Assert.InRange((await Only(new(new(Latency.Name), TimeReduction.Max))).Value, 9.7, 10.3);
    }

    [Fact]
    public async Task RangeAsync_QuantileOfAWindowWithoutCalls_IsAGap()
    {
        var same = Recorded(1);
        await Append(b => b.Add(new(Level), 0));
        for (var i = 0; i < 5; i++)
            await Append(b => b.Add(A(Latency), same));

        Assert.Equal([Noon + Minute], (await Line(SeriesQuery.QuantileOf(Latency.Name, 0.9))).Select(point => point.Time));
        Assert.Equal([1, 0, 0], (await Line(new(new(Latency.Name), TimeReduction.Increase))).Select(point => point.Value));
    }

    [Fact]
    public async Task RangeAsync_QuantileOfACounter_IsNothing()
    {
        await Append(b => b.Add(A(Jobs), 1));

        Assert.Empty(await _engine.RangeAsync(SeriesQuery.QuantileOf(Jobs.Name, 0.5), TenMinutes, Minute));
    }

    [Fact]
    public async Task RangeAsync_Scale_TurnsTheUnit()
    {
        await Append(b => b.Add(A(Level), 0.25));

        Assert.Equal(250, (await Only(SeriesQuery.LastOf(Level.Name) with { Scale = 1000 })).Value);
    }

    [Fact]
    public async Task RangeAsync_UnfinishedWindow_IsLeftOut()
    {
        for (var i = 1; i <= 5; i++)
            await Append(b => b.Add(A(Jobs), 60 * i)); // until 12:02:30

        var results = await _engine.RangeAsync(SeriesQuery.RateOf(Jobs.Name), new(Noon, Noon + TimeSpan.FromSeconds(150)), Minute);

        Assert.Equal(Noon + (2 * Minute), results.Single().Points[^1].Time);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task RangeAsync_StepTooFine_IsWidenedToSixHundredPoints(double seconds)
    {
        var ticks = new TickScript(Noon, TimeSpan.FromSeconds(1));
        for (var i = 0; i < 1800; i++)
            await _store.AppendAsync(StreamId.Local, ticks.Next((Level, i)));

        var range = new TimeRange(Noon, Noon + TimeSpan.FromMinutes(30));
        var results = await _engine.RangeAsync(SeriesQuery.LastOf(Level.Name), range, TimeSpan.FromSeconds(seconds));

        Assert.InRange(results.Single().Points.Length, 300, SeriesEngine.MaxPoints);
    }

    [Fact]
    public async Task TotalsAsync_Range_AddsUpEachSeries()
    {
        foreach (var n in new[] { 1, 2, 3, 4, 5 })
            await Append(b => b.Add(A(Latency), Recorded([.. Enumerable.Repeat(0.5, n)])), b => b.Add(B(Jobs), 10 * n));

        var range = new TimeRange(Noon + TimeSpan.FromSeconds(45), Noon + TimeSpan.FromSeconds(130));
        var calls = Assert.Single(await _engine.TotalsAsync(new(Latency.Name), range));
        var jobs = Assert.Single(await _engine.TotalsAsync(new(Jobs.Name), range));

        Assert.Equal((3, 1.5), (calls.Histogram!.Count, calls.Histogram.Sum));
        Assert.Equal((40, 30), (jobs.Last, jobs.Increase));
        Assert.Empty(await _engine.TotalsAsync(new(Jobs.Name), new(Noon, Noon)));
    }

    private static SeriesKey A(InstrumentInfo instrument) => Key(instrument, ("node", "a"));

    private static SeriesKey B(InstrumentInfo instrument) => Key(instrument, ("node", "b"));

    private async Task Append(params Action<SnapshotBuilder>[] collect) =>
        await _store.AppendAsync(StreamId.Local, _ticks.Next(builder => Array.ForEach(collect, action => action(builder))));

    private async Task<SeriesPoint[]> Line(SeriesQuery query) =>
        [.. Assert.Single(await _engine.RangeAsync(query, TenMinutes, Minute)).Points];

    private async Task<SeriesPoint> Only(SeriesQuery query) => Assert.Single(await Line(query));
}
