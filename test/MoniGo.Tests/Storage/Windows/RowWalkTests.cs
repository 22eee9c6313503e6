using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class RowWalkTests
{
    private static readonly InstrumentInfo[] Instruments = [Jobs, Level, Open, Latency];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Cut_RandomTicks_GivesTheWindowsOfTheNaiveWay(int seed)
    {
        var ticks = new TroubledTicks(seed);
        var random = new Random(seed);
        var taken = ticks.Take(600);
        var sorted = TroubledTicks.Sorted(taken);
        for (var round = 0; round < 24; round++)
        {
            var query = RandomQuery(random, sorted, Instruments[round % 4]);
            var sources = Sources(ticks, sorted, random.Next(1, 5));

            var windows = RowWalk.Cut(sources, query, _ => null, TestContext.Current.CancellationToken);

            AssertSame(NaiveWindows.Cut(sorted, query), windows);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Cut_RowsFromOneBeforeTheRangeOn_AsksForWhatCameBefore(int seed)
    {
        var ticks = new TroubledTicks(seed, isClockSteady: true);
        var random = new Random(seed);
        var sorted = ticks.Take(400);
        for (var round = 0; round < 24; round++)
        {
            var at = random.Next(1, 300);
            var query = RandomQuery(random, sorted, Instruments[round % 4]) with { Range = new(sorted[at].Time, sorted[random.Next(at + 1, 399)].Time) };

            var windows = RowWalk.Cut(
                Sources(ticks, sorted[at..], 1), query, series => NaiveWindows.StateOf(series, sorted[..at]), TestContext.Current.CancellationToken);

            AssertSame(NaiveWindows.Cut(sorted, query), windows);
        }
    }

    [Fact]
    public void Cut_StateOfALaterTick_CountsNothingTwice()
    {
        var script = new TickScript(Noon);
        var head = Head([script.Next((Jobs, 10)), script.Next((Jobs, 20)), script.Next((Jobs, 30)), script.Next((Jobs, 45))]);

        var windows = Cut(head, Jobs, TimeSpan.Zero, new(1, 3, 30, null));

        Assert.Equal([0, 0, 0, 15], windows.Select(window => window.Increase));
    }

    [Fact]
    public void Cut_StateOfAnEarlierRun_HistogramStartsAnewAndCounterGoesOn()
    {
        var script = new TickScript(Noon).Restart();
        var head = Head([script.Next(b =>
        {
            b.Add(new SeriesKey(Jobs), 30);
            b.Add(new SeriesKey(Latency), Recorded(1, 2));
        })]);

        Assert.Equal(10, Assert.Single(Cut(head, Jobs, TimeSpan.Zero, new(1, 9, 20, null))).Increase);
        var window = Assert.Single(Cut(head, Latency, TimeSpan.Zero, new(1, 9, 1, Recorded(1))));
        Assert.Equal((2, 2), (window.Increase, window.Histogram!.Count));
    }

    [Fact]
    public void Cut_Gauge_AsksForNothing()
    {
        var head = Head([new TickScript(Noon).Next((Level, 1))]);
        var query = new SampleQuery(StreamId.Local, new(Level.Name), Everything, TimeSpan.Zero);

        Assert.Single(RowWalk.Cut([head], query, _ => throw new InvalidOperationException("asked"), CancellationToken.None));
    }

    [Fact]
    public void Cut_RolledUpGauge_AddsTicksAndBands()
    {
        var source = new RolledUpFake(Level, [(60, 12, 5, 1, 9, 60), (120, 10, 6, 2, 7, 40), (180, 1, 4, 4, 4, 4)]);

        var windows = Cut(source, Level, TimeSpan.FromMinutes(2));

        Assert.Equal(
            [new SampleWindow(Noon.AddMinutes(2), 22, 6, 1, 9, 100, 0, null), new SampleWindow(Noon.AddMinutes(4), 1, 4, 4, 4, 4, 0, null)], windows);
    }

    [Fact]
    public void Cut_RolledUpCounter_CountsEveryTickAsTheLastOfItsRow()
    {
        var source = new RolledUpFake(Jobs, [(60, 12, 100, 0, 0, 0), (120, 10, 130, 0, 0, 0), (180, 2, 20, 0, 0, 0)]);

        var windows = Cut(source, Jobs, TimeSpan.FromMinutes(1));

        Assert.Equal([(12, 100d, 100d, 1200d, 0d), (10, 130, 130, 1300, 30), (2, 20, 20, 40, 20)],
            windows.Select(window => (window.Count, window.Min, window.Max, window.Sum, window.Increase)));
    }

    [Fact]
    public void Cut_DamagedSeries_HasAGapThereAndGrowsAcrossIt()
    {
        var script = new TickScript(Noon);
        var (first, damaged, last) = (
            Head([script.Next((Jobs, 10)), script.Next((Jobs, 11))]), Head([script.Next((Jobs, 20))]), Head([script.Next((Jobs, 31))]));
        var query = new SampleQuery(StreamId.Local, new(Jobs.Name), Everything, TimeSpan.Zero);

        var windows = RowWalk.Cut([first, new DamagedFake(damaged), last], query, _ => null, CancellationToken.None).Single().Windows;

        Assert.Equal([0, 1, 20], windows.Select(window => window.Increase));
    }

    [Fact]
    public void Cut_StepOfCenturies_EndsWithTime()
    {
        var head = Head([new TickScript(Noon).Next((Level, 1))]);

        Assert.Equal(DateTime.MaxValue.Ticks, Assert.Single(Cut(head, Level, TimeSpan.MaxValue)).End.UtcTicks);
    }

    [Fact]
    public void Cut_CancelledBetweenSeries_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var head = Head([new TickScript(Noon).Next(b =>
        {
            b.Add(Key(Level, ("i", "0")), 1);
            b.Add(Key(Level, ("i", "1")), 2);
        })]);
        var query = new SampleQuery(StreamId.Local, new(Level.Name), Everything, TimeSpan.Zero);
        using var windows = RowWalk.Cut([head], query, _ => null, cancel.Token).GetEnumerator();

        Assert.True(windows.MoveNext());
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => windows.MoveNext());
    }

    private static TimeRange Everything => new(Noon.AddDays(-1), Noon.AddDays(1));

    private static SampleWindow[] Cut(IRowSource source, InstrumentInfo instrument, TimeSpan step, RowState? before = null)
    {
        var query = new SampleQuery(StreamId.Local, new(instrument.Name), Everything, step);
        return [.. RowWalk.Cut([source], query, _ => before, TestContext.Current.CancellationToken).SingleOrDefault()?.Windows ?? []];
    }

    private static IRowSource Head(IEnumerable<Snapshot> ticks)
    {
        var head = new Head();
        foreach (var tick in ticks)
            head.Add(StreamId.Local, tick);

        return head.Find(StreamId.Local)!;
    }

    private static SampleQuery RandomQuery(Random random, Snapshot[] sorted, InstrumentInfo instrument)
    {
        var (a, b) = (random.Next(-5, sorted.Length), random.Next(-5, sorted.Length + 5));
        var (start, end) = (TimeOf(sorted, Math.Min(a, b)), TimeOf(sorted, Math.Max(a, b)));
        int[] steps = [0, 1, 5, 17, 60, 600, 100_000];
        var step = TimeSpan.FromSeconds(steps[random.Next(steps.Length)]);
        var selector = random.Next(3) == 0 ? new SeriesSelector(instrument.Name, [new("i", "1", Negate: true)]) : new(instrument.Name);
        return new(StreamId.Local, selector, new(start, end), step);
    }

    private static DateTimeOffset TimeOf(Snapshot[] sorted, int at) =>
        at < 0 ? sorted[0].Time.AddSeconds(at) : at < sorted.Length ? sorted[at].Time : sorted[^1].Time.AddSeconds(at);

    /// <summary>Cuts ticks into heads that follow each other, each filled with some ticks late.</summary>
    private static IRowSource[] Sources(TroubledTicks random, Snapshot[] sorted, int count) =>
        [.. sorted.Chunk((sorted.Length / count) + 1).Select(part => Head(random.Delayed(part)))];

    private static void AssertSame(Dictionary<SeriesKey, SampleWindow[]> expected, IEnumerable<SeriesWindows> actual)
    {
        var windows = actual.ToDictionary(series => series.Series, series => series.Windows.ToArray());
        Assert.Equal(expected.Keys.Order(SeriesOrder.Instance), windows.Keys.Order(SeriesOrder.Instance));
        foreach (var (series, right) in expected)
        {
            Assert.Equal(right.Length, windows[series].Length);
            for (var i = 0; i < right.Length; i++)
                AssertSame(right[i], windows[series][i]);
        }
    }

    private static void AssertSame(SampleWindow right, SampleWindow window)
    {
        Assert.Equal((right.End, right.Count, right.Last, right.Min, right.Max), (window.End, window.Count, window.Last, window.Min, window.Max));
        Assert.True(IsNear(right.Sum, window.Sum) && IsNear(right.Increase, window.Increase), $"{right} but {window}");
        Assert.Equal(right.Histogram is null, window.Histogram is null);
        if (right.Histogram is null)
            return;

        Assert.Equal(right.Histogram.Indices, window.Histogram!.Indices);
        Assert.Equal(right.Histogram.Counts, window.Histogram.Counts);
        Assert.Equal(right.Histogram.ZeroCount, window.Histogram.ZeroCount);
        Assert.True(IsNear(right.Histogram.Sum, window.Histogram.Sum), $"{right.Histogram.Sum} but {window.Histogram.Sum}");
    }

    private static bool IsNear(double right, double value) => Math.Abs(right - value) <= 1e-9 * Math.Max(1, Math.Abs(right));
}
