using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class LongColumnTests
{
    [Fact]
    public void Read_RandomColumns_GivesWhatWasWritten() => Seeds.Try(300, random =>
    {
        var values = RandomColumns.Longs(random, RandomColumns.Length(random));
        Assert.Equal(values, RoundTrip(values, out _));
    });

    [Fact]
    public void Write_NoValues_TakesNoBytes()
    {
        RoundTrip([], out var bytes);
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void Write_OneValueAllAlong_TakesAByteAndTheValue()
    {
        RoundTrip([.. Enumerable.Repeat(5L, 720)], out var bytes);
        Assert.Equal(2, bytes);
    }

    [Fact]
    public void Write_EvenSteps_TakesNoByteARow()
    {
        var values = Enumerable.Range(0, 720).Select(i => i * 50_000_000L).ToArray();
        Assert.Equal(values, RoundTrip(values, out var bytes));
        Assert.True(bytes <= 12, $"{bytes} bytes");
    }

    [Fact]
    public void Write_FewChanges_TakesFewBytesEach()
    {
        var values = Enumerable.Range(0, 720).Select(i => 40L + (i / 100)).ToArray();
        Assert.Equal(values, RoundTrip(values, out var bytes));
        Assert.True(bytes <= 24, $"{bytes} bytes for 7 changes");
    }

    [Fact]
    public void Write_AFewFarOff_DoNotWidenTheRest()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 720).Select(i => i % 100 == 99 ? 1L << 50 : random.Next(16)).ToArray();
        Assert.Equal(values, RoundTrip(values, out var bytes));
        Assert.True(bytes <= (720 * 4 / 8) + 100, $"{bytes} bytes");
    }

    [Fact]
    public void Read_DifferencesBeyondTheRange_WrapAround()
    {
        long[] values = [long.MinValue, long.MaxValue, 0, long.MinValue, -1, long.MaxValue, 1, long.MinValue];
        values = [.. Enumerable.Repeat(values, 20).SelectMany(one => one)];
        Assert.Equal(values, RoundTrip(values, out _));
    }

    private static long[] RoundTrip(long[] values, out int bytes)
    {
        var writer = new ByteWriter();
        LongColumn.Write(values, writer);
        bytes = writer.Length;
        var back = new long[values.Length];
        var reader = new ByteReader(writer.Written);
        LongColumn.Read(ref reader, back);
        Assert.Equal(0, reader.Left);
        return back;
    }
}
