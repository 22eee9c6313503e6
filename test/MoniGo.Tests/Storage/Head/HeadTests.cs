using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class HeadTests
{
    private static readonly StreamId Stream = StreamId.Local;

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void Find_AfterRandomTicks_ShowsWhatWasAdded(int seed, bool isClockSteady)
    {
        var random = new TroubledTicks(seed, isClockSteady);
        var ticks = random.Take(500);
        var head = Filled(isClockSteady ? ticks : random.Delayed(ticks));

        Assert.Equal(ShownRows.Of(ticks), ShownRows.Of(head.Find(Stream)!));
        foreach (var name in new[] { Jobs.Name, Latency.Name })
            Assert.Equal(ShownRows.Of(ticks, name), ShownRows.Of(head.Find(Stream, name)!));

        Assert.Equal(TroubledTicks.Sorted(ticks).Select(tick => tick.Time.UtcTicks), head.Find(Stream)!.Axis.Times);
    }

    [Fact]
    public void Find_WhileTicksGoOn_ShowsTheMomentItWasTaken()
    {
        var ticks = new TroubledTicks(5, isClockSteady: true).Take(400);
        var head = new Head();
        var pictures = new List<(int Count, IRowSource Picture)>();
        for (var i = 0; i < ticks.Length; i++)
        {
            if (i is > 0 and < 40 or 60 or 119 or 120 or 121 or 240 or 300)
                pictures.Add((i, head.Find(Stream)!));

            head.Add(Stream, ticks[i]);
        }

        foreach (var (count, picture) in pictures)
            Assert.Equal(ShownRows.Of(ticks[..count]), ShownRows.Of(picture));
    }

    [Fact]
    public void Find_ReadByManyAtOnce_ShowsEveryoneTheSame()
    {
        var ticks = new TroubledTicks(6).Take(300);
        var picture = Filled(ticks).Find(Stream)!;
        var expected = ShownRows.Of(ticks).ToList();

        Parallel.For(0, 8, _ => Assert.Equal(expected, ShownRows.Of(picture)));
    }

    [Fact]
    public void Find_UnknownNames_HaveNoRowsOrNoSeries()
    {
        var head = Filled([new TickScript(Noon).Next((Level, 1))]);

        Assert.Null(head.Find(new("other")));
        Assert.Empty(head.Find(Stream, "no.such.instrument")!.Series.Series);
        Assert.Equal(1, head.Find(Stream, "no.such.instrument")!.Axis.Count); // a series that comes later follows this row
    }

    [Fact]
    public void Find_TicksWithGapsBetweenThem_KeepsTheirSequences()
    {
        var script = new TickScript(Noon);
        Snapshot[] ticks = [script.Next((Level, 1)), script.Next((Level, 2)), script.Skip(3).Next((Level, 3)), script.Next((Level, 4)), script.Restart().Next((Level, 5))];

        var runs = Filled(ticks).Find(Stream)!.Axis.Runs;

        Assert.Equal([(1L, 1L, 2), (1L, 6L, 2), (2L, 1L, 1)], runs.Select(run => (run.Epoch, run.FirstSequence, run.Count)));
    }

    [Fact]
    public void Add_SameSeriesTwiceInATick_TheLaterSampleWins()
    {
        var (head, script) = (new Head(), new TickScript(Noon));
        var ticks = new List<Snapshot>();
        for (var i = 0; i < 300; i++)
        {
            var (first, second) = (Recorded(1, 2, i), Recorded(4, i + 1, 1000));
            head.Add(Stream, script.Next(b =>
            {
                b.Add(new SeriesKey(Jobs), -1);
                b.Add(new SeriesKey(Jobs), i);
                b.Add(new SeriesKey(Latency), first);
                b.Add(new SeriesKey(Latency), second);
            }));
            ticks.Add(Sample(script, i, second));
        }

        Assert.Equal(ShownRows.Of(ticks), ShownRows.Of(head.Find(Stream)!));

        static Snapshot Sample(TickScript script, int value, ExponentialHistogram histogram)
        {
            var builder = new SnapshotBuilder();
            builder.Begin(script.Now);
            builder.Add(new SeriesKey(Jobs), value);
            builder.Add(new SeriesKey(Latency), histogram);
            return builder.Build(new("shop", "run-1", "box", 42, Noon), script.Epoch, script.Sequence);
        }
    }

    [Fact]
    public void Add_SeriesInAnyOrderAndAsNewInstances_FindsThem()
    {
        var (head, script, random) = (new Head(), new TickScript(Noon), new Random(7));
        var ticks = new List<Snapshot>();
        for (var t = 0; t < 50; t++)
        {
            var order = Enumerable.Range(0, 20).Where(_ => random.Next(5) > 0).ToArray();
            random.Shuffle(order);
            ticks.Add(script.Next(b => Array.ForEach(order, i => b.Add(Key(Level, ("i", $"{i}")), t + i))));
            head.Add(Stream, ticks[^1]);
        }

        Assert.Equal(20, head.SeriesCount);
        Assert.Equal(ShownRows.Of(ticks), ShownRows.Of(head.Find(Stream)!));
    }

    [Fact]
    public void Add_NameThatTurnsFromNumberToHistogram_LeavesTheStrangersOut()
    {
        var (head, script, renamed) = (new Head(), new TickScript(Noon), new InstrumentInfo(Jobs.Name, InstrumentKind.Histogram, "s"));
        var first = script.Next((Jobs, 1));
        head.Add(Stream, first);
        head.Add(Stream, script.Next(b => b.Add(new SeriesKey(renamed), Recorded(1))));
        var last = script.Next((Jobs, 3));
        head.Add(Stream, last);

        Assert.Equal(ShownRows.Of([first, last]), ShownRowsOfSparse(head));

        static IEnumerable<string> ShownRowsOfSparse(Head head) => ShownRows.Of(head.Find(Stream)!);
    }

    [Fact]
    public void Counts_OfSeveralStreams_TellWhatIsKept()
    {
        var head = new Head();
        Assert.Equal((0, 0, null, null), (head.Ticks, head.SeriesCount, head.First, head.Last));
        var script = new TickScript(Noon);
        head.Add(new("b"), script.Next((Level, 1), (Jobs, 1)));
        head.Add(new("a"), script.Next((Level, 1)));
        head.Add(new("a"), script.SetClock(Noon - TimeSpan.FromHours(1)).Next((Level, 2)));

        Assert.Equal((3, 3), (head.Ticks, head.SeriesCount));
        Assert.Equal((Noon - TimeSpan.FromHours(1) + TimeSpan.FromSeconds(5), Noon + TimeSpan.FromSeconds(10)), (head.First, head.Last));
        Assert.Equal(["a", "b"], head.Streams.Select(stream => stream.Value).Order());
    }

    private static Head Filled(IEnumerable<Snapshot> ticks)
    {
        var head = new Head();
        foreach (var tick in ticks)
            head.Add(Stream, tick);

        return head;
    }
}
