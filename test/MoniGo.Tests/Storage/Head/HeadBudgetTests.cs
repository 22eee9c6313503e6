using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

[CollectionDefinition(nameof(HeadBudgetTests), DisableParallelization = true)] // it measures the whole process
[Collection(nameof(HeadBudgetTests))]
public sealed class HeadBudgetTests
{
    [Theory]
    [InlineData(1, 300, 720, false)]
    [InlineData(1, 100, 400, true)]
    [InlineData(2000, 1, 1, false)]
    [InlineData(2000, 3, 3, false)]
    [InlineData(500, 2, 30, true)]
    public void Bytes_AfterFilling_IsWhatTheHeadKeepsAlive(int streams, int series, int ticks, bool areHistograms)
    {
        Fill(new(), 2, series, ticks, areHistograms); // let everything that is shared be made
        var ratios = Enumerable.Range(0, 3).Select(_ => Measure(streams, series, ticks, areHistograms)).Order().ToArray();

        Assert.InRange(ratios[1], 0.8, 1.25); // what other tests left behind may be collected meanwhile
    }

    private static double Measure(int streams, int series, int ticks, bool areHistograms)
    {
        var held = Settled();
        var head = new Head();
        Fill(head, streams, series, ticks, areHistograms);
        var real = Settled() - held;
        TestContext.Current.TestOutputHelper?.WriteLine($"estimated {head.Bytes}, held {real}, per series {head.Bytes / head.SeriesCount}");
        GC.KeepAlive(head);
        return (double)head.Bytes / real;
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    [Fact]
    public void Bytes_HourOfFiveSeconds_IsAtMostFourKibibytesASeries()
    {
        var head = new Head();
        Fill(head, 1, 300, 720, areHistograms: false);

        Assert.InRange(head.Bytes / head.SeriesCount, 500, 4096);
    }

    [Fact]
    public void Bytes_SeriesSeenThreeTimes_IsFarFromAWholeBlock()
    {
        var head = new Head();
        Fill(head, 1, 200, 3, areHistograms: false);

        Assert.InRange(head.Bytes / head.SeriesCount, 100, 500);
    }

    [Fact]
    public void Bytes_IdleHistograms_CostNothingPerTick()
    {
        var (head, script) = (new Head(), new TickScript(Noon));
        var (key, histogram) = (new SeriesKey(Latency), Recorded([.. Enumerable.Range(1, 200).Select(i => (double)i)]));
        head.Add(StreamId.Local, script.Next(b => b.Add(key, histogram)));
        var before = head.Bytes;
        for (var i = 0; i < 50; i++)
            head.Add(StreamId.Local, script.Next(b => b.Add(key, histogram)));

        Assert.InRange(head.Bytes - before, 0, 50 * 16); // the times of the ticks
    }

    [Fact]
    public void Add_SteadyState_AllocatesNextToNothing()
    {
        var (head, script) = (new Head(), new TickScript(Noon));
        var keys = Enumerable.Range(0, 300).Select(i => Key(Level, ("i", $"{i}"))).ToArray();
        var ticks = Enumerable.Range(0, 260).Select(t => script.Next(b => Array.ForEach(keys, key => b.Add(key, t)))).ToArray();
        foreach (var tick in ticks[..240])
            head.Add(StreamId.Local, tick);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var tick in ticks[240..])
            head.Add(StreamId.Local, tick);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * 512); // blocks of some of the 300 series in each tick
    }

    private static void Fill(Head head, int streams, int series, int ticks, bool areHistograms)
    {
        for (var s = 0; s < streams; s++)
        {
            var (stream, script, random) = (new StreamId($"agent-{s}"), new TickScript(Noon), new Random(s));
            var keys = Enumerable.Range(0, series).Select(i => Key(areHistograms ? Latency : Jobs, ("i", $"{i}"))).ToArray();
            var recorded = keys.Select(_ => new HistogramAccumulator()).ToArray();
            for (var t = 0; t < ticks; t++)
            {
                head.Add(stream, script.Next(b =>
                {
                    for (var i = 0; i < series; i++)
                        Add(b, keys[i], recorded[i], t * (i % 7), random);
                }));
            }
        }

        void Add(SnapshotBuilder builder, SeriesKey key, HistogramAccumulator accumulator, double value, Random random)
        {
            if (!areHistograms)
            {
                builder.Add(key, value);
                return;
            }

            for (var n = 0; n < 5; n++)
                accumulator.Record(Math.Exp(random.NextDouble() * 1.7));

            builder.Add(key, accumulator.ToHistogram());
        }
    }
}
