using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The log of the open hour after a power cut, a kill and a full disk.</summary>
public sealed class WalCrashTests
{
    private const string Path = "/store/wal/0000000001.wal";

    private static readonly int Rounds = WalFuzzTests.IsLong ? 2000 : 100;

    [Fact]
    public void Replay_AfterAPowerCut_GivesEverythingSynced_AndNothingThatWasNotWritten()
    {
        var torn = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var (machine, random) = (Machine(seed), new Random(seed));
            using var wal = WalWriter.Create(machine, Path);
            var (written, synced) = (new List<string>(), 0);
            var source = new RandomSnapshots(seed, "own");
            while (synced == 0 || random.Next(10) > 0)
            {
                Append(wal, source.Next(), written);
                if (random.Next(4) > 0)
                    continue;

                wal.Sync();
                synced = written.Count;
            }

            var (ticks, end) = Replay(machine.Crash());

            Assert.InRange(ticks.Count, synced, written.Count);
            Assert.Equal(written.Take(ticks.Count), ticks);
            Assert.Null(end.Damage);
            torn += end.LostBytes > 0 ? 1 : 0;
        }

        Assert.True(torn > 0);
    }

    [Fact]
    public void Replay_AfterAKill_GivesEverythingWritten()
    {
        var machine = Machine(1);
        using var wal = WalWriter.Create(machine, Path);
        var written = new List<string>();
        var source = new RandomSnapshots(1, "own");
        for (var i = 0; i < 20; i++)
            Append(wal, source.Next(), written);

        var (ticks, end) = Replay(machine.Kill());

        Assert.Equal(written, ticks);
        Assert.Equal(new WalEnd(20, 0, null), end);
    }

    [Fact]
    public void Append_ToAFullDisk_FailsAndLeavesTheTicksBefore()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var files = new FaultyFiles(Machine(seed));
            using var wal = WalWriter.Create(files, Path);
            files.Budget = new Random(seed).Next(5000);
            var (written, source) = (new List<string>(), new RandomSnapshots(seed, "own"));

            Assert.Throws<IOException>(() =>
            {
                for (var i = 0; i < 10_000; i++)
                    Append(wal, source.Next(), written);
            });

            var (ticks, end) = Replay(files);
            Assert.Equal(written, ticks);
            Assert.Null(end.Damage);
        }
    }

    [Fact]
    public void LogAppend_TriedAgainAfterAFullDisk_LeavesNoTrace()
    {
        var files = new FaultyFiles(Machine(1));
        using var log = LogWriter.Create(files, Path, LogKind.State);
        log.Append("first"u8);
        files.Budget = 10;
        Assert.Throws<IOException>(() => log.Append("second"u8));

        files.Budget = long.MaxValue;
        log.Append("2nd"u8);

        using var read = LogReader.Open(files, Path, LogKind.State);
        Assert.True(read.Next());
        Assert.True(read.Next());
        Assert.Equal("2nd"u8, read.Payload);
        Assert.False(read.Next());
        Assert.Equal((2, 0, null), (read.End.Frames, read.End.LostBytes, read.End.Damage));
    }

    private static CrashFiles Machine(int seed)
    {
        var machine = new CrashFiles(seed);
        machine.CreateDirectory("/store/wal");
        return machine;
    }

    private static void Append(WalWriter wal, Snapshot tick, List<string> written)
    {
        wal.Append(StreamId.Local, tick);
        written.Add(SnapshotText.Of(StreamId.Local, tick));
    }

    private static (List<string> Ticks, WalEnd End) Replay(IFileLayer files)
    {
        var ticks = new List<string>();
        var end = WalReader.Replay(files, Path, (stream, tick) => ticks.Add(SnapshotText.Of(stream, tick)));
        return (ticks, end);
    }
}
