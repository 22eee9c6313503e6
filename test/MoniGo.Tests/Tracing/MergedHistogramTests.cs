using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>What holds for any durations on any number of threads: merging loses nothing, and quantiles are near.</summary>
public sealed class MergedHistogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Merged_histograms_of_threads_are_the_histogram_of_all_their_calls(int seed)
    {
        var random = new Random(seed);
        var clock = new TimestampClock();
        using var tracer = new FunctionTracer(clock);
        var all = new List<long>();
        for (var thread = random.Next(2, 9); thread > 0; thread--)
        {
            var durations = DurationsOf(random);
            all.AddRange(durations);
            await OnNewThread.Run(() => durations.ForEach(nanoseconds => tracer.Trace("f", () => clock.AdvanceNanoseconds(nanoseconds))));
            if (random.Next(2) == 0)
                TracerReading.Of(tracer);
        }

        var merged = TracerReading.Of(tracer).Duration("f");
        var union = new HistogramAccumulator();
        all.ForEach(nanoseconds => union.Record(nanoseconds * 1e-9));
        var expected = union.ToHistogram();
        Assert.Equal(expected.Indices, merged.Indices);
        Assert.Equal(expected.Counts, merged.Counts);
        Assert.Equal(1, merged.Sum / expected.Sum, 9);
        Assert.Equal(expected.Min, merged.Min);
        Assert.Equal(expected.Max, merged.Max);

        all.Sort();
        foreach (var quantile in (double[])[0.01, 0.5, 0.9, 0.95, 0.99, 0.999])
        {
            var exact = all[(int)Math.Ceiling(quantile * all.Count) - 1] * 1e-9;
            Assert.InRange(merged.Quantile(quantile) / exact, 1 - 0.022, 1 + 0.022);
        }
    }

    // From nanoseconds to minutes, each thread with its own habit.
    private static List<long> DurationsOf(Random random)
    {
        var (magnitude, spread) = (random.NextDouble() * 8, random.NextDouble() * 3);
        return [.. Enumerable.Range(0, random.Next(1, 2_000)).Select(_ => (long)Math.Pow(10, magnitude + (random.NextDouble() * spread)) + 1)];
    }
}
