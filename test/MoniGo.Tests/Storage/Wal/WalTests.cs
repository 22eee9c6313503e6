using System.Collections.Immutable;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Ticks written to the log of the open hour and replayed.</summary>
public sealed class WalTests : IDisposable
{
    private static readonly StreamId[] Streams = [StreamId.Local, new("agent-1"), new("agent-2")];

    private readonly TemporaryDirectory _directory = new();
    private readonly PhysicalFiles _files = new();

    private string File => _directory["0000000001.wal"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, WalFuzzTests.IsLong ? 2000 : 60)];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Replay_RandomTicksOfSeveralStreams_ComeBackBitForBit(int seed)
    {
        var random = new Random(seed);
        var sources = Streams.Select((stream, i) => (stream, new RandomSnapshots(seed + i, i == 0 ? "own" : "agent"))).ToArray();
        var ticks = new List<(StreamId, Snapshot)>();
        for (var i = 0; i < 60; i++)
        {
            var (stream, source) = sources[random.Next(sources.Length)];
            ticks.Add((stream, source.Next()));
        }

        Write(ticks);

        AssertReplays(ticks);
    }

    [Fact]
    public void Replay_SharesSeriesInstrumentsAndUnchangedHistograms()
    {
        var script = new TickScript(TickScript.Noon);
        var (level, latency) = (TickScript.Key(TickScript.Level, ("a", "b")), TickScript.Key(TickScript.Latency));
        var recorded = TickScript.Recorded(0.1, 0.2);
        Snapshot Tick(double value) => script.Next(builder =>
        {
            builder.Add(level, value);
            builder.Add(latency, recorded);
        });
        Write([(Streams[0], Tick(1)), (Streams[0], Tick(2)), (Streams[1], Tick(3))]);

        var (ticks, _) = Replay();

        Assert.Equal([1, 2, 3], ticks.Select(tick => tick.Tick.Find("test.level")!.Samples[0].Value));
        foreach (var (_, tick) in ticks)
        {
            Assert.Same(ticks[0].Tick.Resource, tick.Resource);
            for (var f = 0; f < 2; f++)
            {
                Assert.Same(ticks[0].Tick.Families[f].Instrument, tick.Families[f].Instrument);
                Assert.Same(ticks[0].Tick.Families[f].Samples[0].Series, tick.Families[f].Samples[0].Series);
            }
        }

        Assert.Same(ticks[0].Tick.Find("test.latency")!.Samples[0].Histogram, ticks[1].Tick.Find("test.latency")!.Samples[0].Histogram);
    }

    [Fact]
    public void Replay_TwoSamplesOfOneSeries_EmptyFamilies_AndForeignInstruments_ComeBack()
    {
        var key = TickScript.Key(TickScript.Jobs);
        var other = TickScript.Key(TickScript.Jobs with { Description = "Another source", Unit = "1" });
        ImmutableArray<SampleFamily> families =
        [
            new(TickScript.Jobs, [new(key, 1), new(key, 2), new(other, 3)]),
            new(TickScript.Level, []),
            new(TickScript.Open, [new(key, 4, TickScript.Recorded(1)), new(TickScript.Key(TickScript.Latency), 5)]),
        ];
        var resource = new Resource("shop", "run", "box", -1, TickScript.Noon);
        List<(StreamId, Snapshot)> ticks = [(Streams[0], Tick(families)), (Streams[0], Tick(families.RemoveAt(1))), (Streams[0], Tick([])), (Streams[0], Tick(families))];
        Snapshot Tick(ImmutableArray<SampleFamily> list) => new(resource, long.MinValue, long.MaxValue, TickScript.Noon, list);

        Write(ticks);

        AssertReplays(ticks);
    }

    [Fact]
    public void Append_UnchangedTick_CostsABitPerSeries()
    {
        var script = new TickScript(TickScript.Noon);
        var keys = Enumerable.Range(0, 80).Select(i => TickScript.Key(TickScript.Level, ("i", $"{i}"))).ToArray();
        using var wal = WalWriter.Create(_files, File);
        for (var i = 0; i < 3; i++)
            wal.Append(StreamId.Local, script.Next(Collect));

        var before = wal.Length;
        wal.Append(StreamId.Local, script.Next(Collect));

        // Frame 8, stream 1, flags 1, time 1, one bit each.
        Assert.Equal(11 + (80 / 8), wal.Length - before);
        void Collect(SnapshotBuilder builder) => Array.ForEach(keys, key => builder.Add(key, 7.5));
    }

    [Fact]
    public void Append_SeriesComesAndGoes_CostsAFewBytesAndNoNewDefinition()
    {
        var script = new TickScript(TickScript.Noon);
        var keys = Enumerable.Range(0, 80).Select(i => TickScript.Key(TickScript.Level, ("i", $"{i}"))).ToArray();
        using var wal = WalWriter.Create(_files, File);
        Append(_ => true);
        Append(i => i != 40);
        var before = wal.Length;

        Append(_ => true);
        Append(i => i is not 40 and not 41);

        Assert.InRange(wal.Length - before, 2 * 21, 2 * 30);
        void Append(Func<int, bool> isPresent) => wal.Append(StreamId.Local, script.Next(builder =>
        {
            for (var i = 0; i < keys.Length; i++)
            {
                if (isPresent(i))
                    builder.Add(keys[i], 7);
            }
        }));
    }

    [Fact]
    public void Append_UnchangedTick_AllocatesNothing()
    {
        var script = new TickScript(TickScript.Noon);
        var keys = Enumerable.Range(0, 300).Select(i => TickScript.Key(TickScript.Level, ("i", $"{i}"))).ToArray();
        var value = 0.0;
        var ticks = Enumerable.Range(0, 40).Select(_ => script.Next(builder => Array.ForEach(keys, key => builder.Add(key, value += 0.1)))).ToArray();
        using var wal = WalWriter.Create(_files, File);
        foreach (var tick in ticks.AsSpan(0, 20))
            wal.Append(StreamId.Local, tick);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var tick in ticks.AsSpan(20))
            wal.Append(StreamId.Local, tick);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Append_AfterAFailedWrite_IsRefused()
    {
        var script = new TickScript(TickScript.Noon);
        using var wal = WalWriter.Create(_files, File);
        wal.Append(StreamId.Local, script.Next((TickScript.Jobs, 1)));
        Assert.Throws<IOException>(() => wal.Append(StreamId.Local, script.Next((new(new string('x', 70 << 20), InstrumentKind.Gauge), 1))));

        Assert.Throws<IOException>(() => wal.Append(StreamId.Local, script.Next((TickScript.Jobs, 2))));

        Assert.Equal((1, 0, null), (Replay().End.Ticks, Replay().End.LostBytes, Replay().End.Damage));
    }

    [Fact]
    public void Replay_AbsentFile_IsAnIOException() =>
        Assert.ThrowsAny<IOException>(() => WalReader.Replay(_files, _directory["absent.wal"], (_, _) => { }));

    [Fact]
    public void Replay_OfAnotherVersion_SaysWhich()
    {
        using (var file = _files.Create(File))
            file.Append([.. "MoniGoLg"u8, 9, 0, 0, 0, 1, 0, 0, 0]);

        var (ticks, end) = Replay();

        Assert.Empty(ticks);
        Assert.Contains("version 9", end.Damage, StringComparison.Ordinal);
        Assert.Equal(16, end.LostBytes);
    }

    private void Write(IEnumerable<(StreamId Stream, Snapshot Tick)> ticks)
    {
        using var wal = WalWriter.Create(_files, File);
        foreach (var (stream, tick) in ticks)
            wal.Append(stream, tick);

        wal.Sync();
        Assert.Equal(wal.Length, new FileInfo(File).Length);
    }

    private void AssertReplays(List<(StreamId Stream, Snapshot Tick)> ticks)
    {
        var (replayed, end) = Replay();

        Assert.Equal(new WalEnd(ticks.Count, 0, null), end);
        Assert.Equal(ticks.Select(tick => SnapshotText.Of(tick.Stream, tick.Tick)), replayed.Select(tick => SnapshotText.Of(tick.Stream, tick.Tick)));
    }

    private (List<(StreamId Stream, Snapshot Tick)> Ticks, WalEnd End) Replay()
    {
        var ticks = new List<(StreamId, Snapshot)>();
        var end = WalReader.Replay(_files, File, (stream, tick) => ticks.Add((stream, tick)));
        return (ticks, end);
    }
}
