using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class DoubleColumnTests
{
    [Fact]
    public void Read_RandomColumns_GivesWhatWasWrittenBitForBit() => Seeds.Try(300, random =>
    {
        var values = RandomColumns.Doubles(random, RandomColumns.Length(random));
        RandomSeries.AssertBits(values, RoundTrip(values, [], out _));
    });

    [Fact]
    public void Read_RelativeToAnother_GivesWhatWasWrittenBitForBit() => Seeds.Try(300, random =>
    {
        var reference = RandomColumns.Doubles(random, RandomColumns.Length(random));
        var values = random.Next(3) == 0
            ? RandomColumns.Doubles(random, reference.Length)
            : [.. reference.Select(value => value - random.Next(3))];
        RandomSeries.AssertBits(values, RoundTrip(values, reference, out _));
    });

    [Fact]
    public void Write_ThreeDecimals_TakeTheBitsOfTheirDigits()
    {
        var random = new Random(1);
        RoundTrip(Many(() => random.Next(1024) / 1000.0), [], out var bytes);
        Assert.InRange(bytes, 720 * 10 / 8, (720 * 10 / 8) + 30);
    }

    [Fact]
    public void Write_SumsOfDecimals_TakeTheirDigitsAndTheirErrors()
    {
        var random = new Random(1);
        var values = Many(() => Enumerable.Range(0, 12).Sum(_ => random.Next(1000) / 1000.0));
        RandomSeries.AssertBits(values, RoundTrip(values, [], out var bytes));
        Assert.InRange(bytes, 720, 720 * 16 / 8);
    }

    [Fact]
    public void Write_FullMantissas_TakeTheBitsOfTheirMantissas()
    {
        var random = new Random(1);
        RoundTrip(Many(() => 0.5 + (random.NextDouble() / 2)), [], out var bytes);
        Assert.InRange(bytes, 720 * 50 / 8, 720 * 53 / 8);
    }

    [Fact]
    public void Write_EqualToItsReference_TakesTwoBytes()
    {
        var random = new Random(1);
        var values = Many(random.NextDouble);
        RandomSeries.AssertBits(values, RoundTrip(values, values, out var bytes));
        Assert.Equal(2, bytes);
    }

    [Fact]
    public void Read_RelativeToNothing_IsDamage()
    {
        var writer = new ByteWriter();
        DoubleColumn.Write([1.5, 2.5, 1.25], [1.5, 2.5, 1.25], writer);
        Assert.Throws<DamagedDataException>(() =>
        {
            var reader = new ByteReader(writer.Written);
            DoubleColumn.Read(ref reader, new double[3]);
        });
    }

    private static double[] Many(Func<double> next) => [.. Enumerable.Range(0, 720).Select(_ => next())];

    private static double[] RoundTrip(double[] values, double[] reference, out int bytes)
    {
        var writer = new ByteWriter();
        DoubleColumn.Write(values, reference, writer);
        bytes = writer.Length;
        var back = new double[values.Length];
        var reader = new ByteReader(writer.Written);
        DoubleColumn.Read(ref reader, reference, back);
        Assert.Equal(0, reader.Left);
        return back;
    }
}
