using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class ExponentialHistogramTests
{
    private readonly Random _random = new(20260504);

    [Fact]
    public void Quantile_AgainstSortedValues_IsAtMost2_2PercentOff()
    {
        var values = Values(5000);
        var histogram = Of(values);
        Array.Sort(values);
        for (var quantile = 0.0; quantile <= 1; quantile += 0.001)
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling(quantile * values.Length) - 1)];
            Assert.InRange(histogram.Quantile(quantile) / exact, 1 / 1.022, 1.022);
        }
    }

    [Fact]
    public void Quantile_OfNothingAndOfZeros_IsDefined()
    {
        Assert.Equal(double.NaN, ExponentialHistogram.Empty.Quantile(0.5));
        Assert.Equal(0, Of(0, 0, 0, 5).Quantile(0.5));
        Assert.Equal(5, Of(5).Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1).Quantile(1.1));
    }

    [Fact]
    public void Merge_IsCommutativeAssociativeAndKeepsEmptyNeutral()
    {
        ExponentialHistogram a = Of(Values(100)), b = Of([.. Values(100), 0, -1]), c = Of(Values(100));

        AssertSame(a.Merge(b), b.Merge(a));
        AssertSame(a.Merge(b).Merge(c), a.Merge(b.Merge(c)));
        Assert.Same(a, a.Merge(ExponentialHistogram.Empty));
        Assert.Same(a, ExponentialHistogram.Empty.Merge(a));
        Assert.Equal((a.Count + b.Count, Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max)), (a.Merge(b).Count, a.Merge(b).Min, a.Merge(b).Max));
    }

    [Fact]
    public void Merge_OfParts_IsTheWhole()
    {
        var values = Values(1000);

        AssertSame(Of(values), Of(values[..300]).Merge(Of(values[300..])));
    }

    [Fact]
    public void Since_AnEarlierReading_IsWhatWasRecordedBetween()
    {
        double[] before = [.. Values(200), 0, 0], between = [.. Values(200), 0];
        var difference = Of([.. before, .. between]).Since(Of(before));

        AssertSame(Of(between), difference);
        Assert.Equal((double.NaN, double.NaN), (difference.Min, difference.Max));
    }

    [Fact]
    public void Since_ItselfNothingAndNull_AreTheEdges()
    {
        var reading = Of(Values(10));

        Assert.Same(ExponentialHistogram.Empty, reading.Since(reading));
        Assert.Same(reading, reading.Since(null));
        Assert.Same(reading, reading.Since(ExponentialHistogram.Empty));
    }

    [Fact]
    public void Since_AfterAReset_IsTheNewReading()
    {
        ExponentialHistogram smaller = Of(1, 1), otherBucket = Of(8, 8, 8, 8), fewerOfOne = Of(1, 8, 8, 8), fewerZeros = Of(0, 8, 8, 8, 8);

        Assert.Same(smaller, smaller.Since(Of(1, 1, 1)));
        Assert.Same(otherBucket, otherBucket.Since(Of(1, 1, 1)));
        Assert.Same(fewerOfOne, fewerOfOne.Since(Of(1, 1, 8)));
        Assert.Same(fewerZeros, fewerZeros.Since(Of(0, 0, 8)));
    }

    [Fact]
    public void CountAtOrBelow_CountsWholeBuckets()
    {
        var histogram = Of(-1, 0, 1, 2, 4);

        Assert.Equal([0, 2, 3, 4, 5], new[] { -0.5, 0, 1, 2, 100 }.Select(histogram.CountAtOrBelow));
    }

    [Fact]
    public void Constructor_BucketsThatDoNotAscend_Throws()
    {
        Assert.Throws<ArgumentException>(() => new ExponentialHistogram([2, 2], [1, 1], 0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new ExponentialHistogram([1, 2], [1], 0, 0, 0, 0));
    }

    private double[] Values(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Exp((_random.NextDouble() * 30) - 15))];

    private static ExponentialHistogram Of(params double[] values)
    {
        var accumulator = new HistogramAccumulator();
        foreach (var value in values)
            accumulator.Record(value);

        return accumulator.ToHistogram();
    }

    private static void AssertSame(ExponentialHistogram expected, ExponentialHistogram actual)
    {
        Assert.Equal(expected.Indices, actual.Indices);
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal((expected.Count, expected.ZeroCount), (actual.Count, actual.ZeroCount));
        Assert.Equal(expected.Sum, actual.Sum, Math.Abs(expected.Sum) * 1e-9);
    }
}
