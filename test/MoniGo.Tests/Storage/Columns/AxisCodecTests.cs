using System.Collections.Immutable;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class AxisCodecTests
{
    private static readonly long Start = new DateTime(2026, 11, 20, 21, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void Read_RandomAxes_GivesWhatWasWritten() => Seeds.Try(100, random => AssertRoundTrips(Make(random, RandomColumns.Length(random))));

    [Fact]
    public void Write_AnHourOnTheGrid_TakesFewBytes()
    {
        var axis = new RowAxis([.. Enumerable.Range(0, 720).Select(i => Start + (i * 5L * TimeSpan.TicksPerSecond))], [new(0, 720, 1, 1, 1)]);
        Assert.InRange(AssertRoundTrips(axis), 1, 32);
    }

    [Fact]
    public void Read_ManyRowsOnTheGrid_GivesWhatWasWritten() =>
        AssertRoundTrips(new([.. Enumerable.Range(0, 200_000).Select(i => Start + (i * 10_000L))], [new(0, 200_000, 1, 1, 1)]));

    [Fact]
    public void Read_MoreRowsThanTheBytesSpeakFor_IsDamage()
    {
        var writer = new ByteWriter();
        writer.Varint(1 << 23);
        writer.Varint(1);
        writer.Varint(1 << 23);
        writer.Bytes([0, 0, 0, 0, 0]);
        Assert.Throws<DamagedDataException>(() => AxisCodec.Read(writer.Written));
    }

    [Fact]
    public void Read_TimesThatGoBack_IsDamage()
    {
        var writer = new ByteWriter();
        AxisCodec.Write(new([Start, Start - 1], [new(0, 2, 1, 1, 1)]), writer);
        Assert.Throws<DamagedDataException>(() => AxisCodec.Read(writer.Written));
    }

    [Fact]
    public void Read_FlippedBits_IsRightOrDamage() => Seeds.Try(300, random =>
    {
        var writer = new ByteWriter();
        AxisCodec.Write(Make(random, RandomColumns.Length(random)), writer);
        Damage.Try(Damage.Flip(writer.ToArray(), random), bytes => AxisCodec.Read(bytes));
        Damage.Try(Damage.Noise(random), bytes => AxisCodec.Read(bytes));
    });

    private static RowAxis Make(Random random, int count)
    {
        var (times, time) = (new long[count], Start);
        for (var i = 0; i < count; i++)
            times[i] = time += random.Next(4) == 0 ? random.Next(50_000_000) : 50_000_000;

        var runs = ImmutableArray.CreateBuilder<RowRun>();
        for (var row = 0; row < count; row += runs[^1].Count)
            runs.Add(new(row, random.Next(1, count - row + 1), Start + random.Next(3), random.NextInt64(), random.Next(1, 13)));

        return new(times, runs.ToImmutable());
    }

    private static int AssertRoundTrips(RowAxis axis)
    {
        var writer = new ByteWriter();
        AxisCodec.Write(axis, writer);
        var back = AxisCodec.Read(writer.Written);
        Assert.Equal(axis.Times, back.Times);
        Assert.Equal(axis.Runs, back.Runs);
        return writer.Length;
    }
}
