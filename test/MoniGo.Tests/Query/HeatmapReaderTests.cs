using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class HeatmapReaderTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly TickScript _ticks = new(Noon);
    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromHours(1)));
    private readonly List<double> _recorded = [];

    /// <summary>A store counts growth, so it must know the series first.</summary>
    public HeatmapReaderTests() => _store.AppendAsync(StreamId.Local, _ticks.Next(b =>
    {
        foreach (var series in new[] { Key(Latency), Key(Latency, ("route", "a")), Key(Latency, ("route", "b")) })
            b.Add(series, ExponentialHistogram.Empty);
    })).AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task ReadAsync_EachTick_IsAColumnWithItsOwnValues()
    {
        await TickAsync(0.001);
        await TickAsync();
        await TickAsync(0.001, 0.1);

        var map = (await ReadAsync(3, Tick))!;

        Assert.Equal((Noon + (2 * Tick), Tick), (map.First, map.Step));
        Assert.Equal([1, 0, 2], map.Columns.Select(column => column.Sum()));
        Assert.Equal(1, map.Columns[0][RowOf(map, 0.001)]);
        Assert.Equal([1L, 1L], [map.Columns[2][RowOf(map, 0.001)], map.Columns[2][RowOf(map, 0.1)]]);
        Assert.Equal((1, 3), (map.Most, map.Total.Count));
    }

    [Fact]
    public async Task ReadAsync_SeveralSeries_AreAddedUp()
    {
        await _store.AppendAsync(StreamId.Local, _ticks.Next(b =>
        {
            b.Add(Key(Latency, ("route", "a")), Recorded(0.01, 0.01));
            b.Add(Key(Latency, ("route", "b")), Recorded(0.01));
        }));

        var map = (await ReadAsync(1, Tick))!;

        Assert.Equal(3, map.Columns[0][RowOf(map, 0.01)]);
        Assert.Equal(1, (await ReadAsync(1, Tick, new TagMatcher("route", "b")))!.Total.Count);
    }

    [Theory]
    [InlineData(1e-6, 60)]
    [InlineData(0.010, 0.011)]
    [InlineData(1e-18, 1e18)]
    [InlineData(0.25, 0.25)]
    public async Task ReadAsync_AnyRangeOfValues_FitsTheRowsAndLosesNone(double smallest, double largest)
    {
        await TickAsync(smallest, largest, Math.Sqrt(smallest * largest), 0);

        var map = (await ReadAsync(1, Tick))!;

        Assert.InRange(map.Rows, 12, Heatmap.MaxRows);
        Assert.Equal(4, map.Columns[0].Sum());
        Assert.True(map.Bound(0) < smallest && map.Bound(map.Rows) >= largest);
        Assert.Equal(2d, Math.Pow(map.Bound(1) / map.Bound(0), (double)ExponentialBuckets.PerOctave / map.BucketsPerRow), 9);
    }

    [Fact]
    public async Task ReadAsync_ManyTicks_JoinsColumnsAndLosesNoValue()
    {
        for (var tick = 0; tick < 250; tick++)
            await TickAsync(0.02);

        var map = (await ReadAsync(250, Tick))!;

        Assert.InRange(map.Columns.Length, 60, Heatmap.MaxColumns);
        Assert.Equal(0, map.Step.Ticks % Tick.Ticks);
        Assert.InRange(map.Total.Count, 245, 250); // Only whole columns are shown.
        Assert.Equal(map.Total.Count, map.Columns.Sum(column => column.Sum()));
    }

    [Fact]
    public async Task ReadAsync_NothingRecorded_IsNoMap()
    {
        await TickAsync();

        Assert.Null(await ReadAsync(1, Tick));
    }

    private async Task TickAsync(params double[] seconds)
    {
        _recorded.AddRange(seconds);
        await _store.AppendAsync(StreamId.Local, _ticks.Next(b => b.Add(Key(Latency), Recorded([.. _recorded]))));
    }

    private ValueTask<Heatmap?> ReadAsync(int ticks, TimeSpan step, params ReadOnlySpan<TagMatcher> tags) =>
        HeatmapReader.ReadAsync(new(_store), new(Latency.Name, [.. tags]), new(Noon + Tick, Noon + ((ticks + 1) * Tick)), step, TestContext.Current.CancellationToken);

    private static int RowOf(Heatmap map, double value) => Enumerable.Range(0, map.Rows).First(row => map.Bound(row + 1) >= value);
}
