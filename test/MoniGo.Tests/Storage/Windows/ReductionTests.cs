using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class ReductionTests
{
    [Fact]
    public void MinMaxSum_AnyLength_IsThatOfTheValues()
    {
        var random = new Random(1);
        for (var length = 1; length < 70; length++)
        {
            double[] values = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];

            var (min, max, sum) = Reduction.MinMaxSum(values);

            Assert.Equal((values.Min(), values.Max()), (min, max));
            Assert.Equal(values.Sum(), sum, 1e-12);
        }
    }

    [Fact]
    public void MinMaxSum_NaNAnywhere_IsNaN()
    {
        for (var at = 0; at < 19; at++)
        {
            var values = new double[19];
            values[at] = double.NaN;

            Assert.Equal((double.NaN, double.NaN, double.NaN), Reduction.MinMaxSum(values));
        }
    }

    [Fact]
    public void MinMaxSum_BothInfinities_KeepsMinimumAndMaximum()
    {
        double[] values = [1, 2, double.PositiveInfinity, 4, 5, double.NegativeInfinity, 7, 8, 9];

        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity, double.NaN), Reduction.MinMaxSum(values));
    }

    [Fact]
    public void FirstFall_AnyPlace_IsFound()
    {
        for (var length = 1; length < 30; length++)
        {
            double[] rising = [.. Enumerable.Range(1, length).Select(i => (double)i / 2)];
            Assert.Equal(length, Reduction.FirstFall(0, rising));
            Assert.Equal(0, Reduction.FirstFall(1, rising));
            for (var at = 1; at < length; at++)
                Assert.Equal(at, Reduction.FirstFall(0.5, [.. rising[..at], .. rising[at..].Select(value => value - 0.75)]));
        }
    }
}
