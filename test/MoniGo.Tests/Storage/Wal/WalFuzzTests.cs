using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Logs cut, flipped and filled with garbage: nothing throws, and whatever stands before the damage comes back.</summary>
public sealed class WalFuzzTests
{
    private static readonly (byte[] Bytes, int[] Ends, string[] Ticks) Log = MakeLog();

    /// <summary>Gets whether there is time for more rounds.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("MONIGO_LONG") == "1";

    [Fact]
    public void Replay_CutAtEveryByte_GivesTheWholeTicksBefore()
    {
        for (var length = 0; length <= Log.Bytes.Length; length++)
        {
            var (ticks, end) = Replay(Log.Bytes[..length]);

            var whole = Log.Ends.Count(place => place <= length);
            Assert.Equal(Log.Ticks.Take(Math.Max(0, whole - 1)), ticks);
            Assert.Equal(new WalEnd(ticks.Count, length - (whole == 0 ? 0 : Log.Ends[whole - 1]), null), end);
        }
    }

    [Fact]
    public void Replay_FlippedBits_GiveTheTicksBefore_AndDamageIfOthersFollow()
    {
        for (var bit = 0; bit < Log.Bytes.Length * 8; bit += IsLong ? 1 : 7)
        {
            var bytes = Log.Bytes.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var (ticks, end) = Replay(bytes);

            var whole = Log.Ends.Count(place => place <= bit / 8);
            Assert.Equal(Log.Ticks.Take(Math.Max(0, whole - 1)), ticks);
            Assert.Equal(bytes.Length - (whole == 0 ? 0 : Log.Ends[whole - 1]), end.LostBytes);
            Assert.Equal(whole < Log.Ends.Length - 1, end.Damage is not null);
        }
    }

    [Fact]
    public void Replay_GarbageBehindWholeTicks_GivesThem()
    {
        var random = new Random(3);
        for (var round = 0; round < (IsLong ? 2000 : 100); round++)
        {
            var garbage = new byte[random.Next(1, 5000)];
            random.NextBytes(garbage);
            var (ticks, end) = Replay([.. Log.Bytes, .. garbage]);

            Assert.Equal(Log.Ticks, ticks);
            Assert.Equal(garbage.Length, end.LostBytes);
        }
    }

    [Fact]
    public void Replay_GarbageFromTheStart_GivesNothing()
    {
        var random = new Random(4);
        for (var length = 0; length < 200; length++)
        {
            var garbage = new byte[length];
            random.NextBytes(garbage);
            var (ticks, end) = Replay(garbage);

            Assert.Empty(ticks);
            Assert.Equal(length, end.LostBytes);
            Assert.Equal(length > 0, end.Damage is not null);
        }
    }

    [Fact]
    public void Replay_RecordsOfAnotherWriter_WithGoodChecksums_NeverThrow()
    {
        var (refused, random) = (0, new Random(5));
        for (var round = 0; round < (IsLong ? 200_000 : 3000); round++)
        {
            var frame = random.Next(Log.Ends.Length - 1);
            var (bytes, before) = (Log.Bytes[..Log.Ends[frame]], Log.Ticks[..frame]);
            var (ticks, end) = Replay([.. bytes, .. Frame(Mutate(Log.Bytes[(Log.Ends[frame] + 8)..Log.Ends[frame + 1]], random))]);

            Assert.Equal(before, ticks.Take(before.Length));
            Assert.Equal(end.Damage is null ? before.Length + 1 : before.Length, end.Ticks);
            refused += end.Damage is null ? 0 : 1;
        }

        Assert.True(refused > 0);
    }

    private static byte[] Mutate(byte[] payload, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var place = random.Next(payload.Length);
            payload = random.Next(4) switch
            {
                0 => payload[..Math.Max(1, place)],
                1 => [.. payload[..place], (byte)random.Next(256), .. payload[place..]],
                2 => [.. payload[..place], 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, .. payload[place..]],
                _ => [.. payload[..place], (byte)random.Next(256), .. payload[(place + 1)..]],
            };
        }

        return payload;
    }

    private static byte[] Frame(byte[] payload)
    {
        var writer = new ByteWriter();
        LogFormat.WriteFrame(payload, writer);
        return writer.ToArray();
    }

    private static (byte[] Bytes, int[] Ends, string[] Ticks) MakeLog()
    {
        var file = new MemoryFile();
        var sources = new[] { (StreamId.Local, new RandomSnapshots(17, "own")), (new StreamId("agent"), new RandomSnapshots(18, "own")) };
        var ends = new List<int>();
        var ticks = new List<string>();
        using var wal = WalWriter.Create(new OneFile(file), "/store/wal/1.wal");
        ends.Add((int)wal.Length);
        for (var i = 0; i < 14; i++)
        {
            var (stream, source) = sources[i % 2];
            var tick = source.Next();
            wal.Append(stream, tick);
            ends.Add((int)wal.Length);
            ticks.Add(SnapshotText.Of(stream, tick));
        }

        var bytes = new byte[wal.Length];
        file.ToReadable().Read(0, bytes);
        return (bytes, [.. ends], [.. ticks]);
    }

    private static (List<string> Ticks, WalEnd End) Replay(byte[] bytes)
    {
        using var file = new MemoryFile();
        file.Append(bytes);
        var ticks = new List<string>();
        var end = WalReader.Replay(new OneFile(file), "/store/wal/1.wal", (stream, tick) => ticks.Add(SnapshotText.Of(stream, tick)));
        return (ticks, end);
    }
}
