using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class HistogramAccumulatorTests
{
    [Fact]
    public void AddBucket_InAnyOrderOverTheWholeRange_KeepsEveryCount()
    {
        var accumulator = new HistogramAccumulator();
        var random = new Random(20260504);
        int[] indices = [0, .. Enumerable.Range(ExponentialBuckets.MinIndex, ExponentialBuckets.MaxIndex - ExponentialBuckets.MinIndex + 1)];
        random.Shuffle(indices);
        foreach (var index in indices)
            accumulator.AddBucket(index, index + 2000);

        var histogram = accumulator.ToHistogram();

        Assert.Equal(2048, histogram.Indices.Length);
        for (var i = 0; i < histogram.Indices.Length; i++)
            Assert.Equal((histogram.Indices[i] + 2000) * (histogram.Indices[i] == 0 ? 2 : 1), histogram.Counts[i]);
    }

    [Fact]
    public void Record_NotANumber_IsIgnored()
    {
        var accumulator = new HistogramAccumulator();
        accumulator.Record(double.NaN);

        Assert.Same(ExponentialHistogram.Empty, accumulator.ToHistogram());
    }

    [Fact]
    public void AddSummary_UnknownExtremes_ChangeNothing()
    {
        var accumulator = new HistogramAccumulator();
        accumulator.Record(3);
        accumulator.AddSummary(4, double.NaN, double.NaN);

        var histogram = accumulator.ToHistogram();

        Assert.Equal((7, 3, 3), (histogram.Sum, histogram.Min, histogram.Max));
    }

    [Fact]
    public void Clear_ForgetsEverything()
    {
        var accumulator = new HistogramAccumulator();
        accumulator.Record(3);
        accumulator.Record(0);
        accumulator.Clear();
        Assert.Same(ExponentialHistogram.Empty, accumulator.ToHistogram());

        accumulator.Record(5);
        var histogram = accumulator.ToHistogram();

        Assert.Equal((1, 5, 5, 5), (histogram.Count, histogram.Sum, histogram.Min, histogram.Max));
    }
}
