using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Makes series of every kind, present in all rows or in some.</summary>
internal static class RandomSeries
{
    public static SeriesRows Make(Random random, int axisCount, InstrumentKind kind)
    {
        var rows = new SeriesRows();
        var present = Present(random, axisCount);
        rows.Begin(present.Length);
        rows.IsDense = present.Length == axisCount && random.Next(5) > 0;
        present.CopyTo(rows.Rows, 0);
        RandomColumns.Doubles(random, rows.Count).CopyTo(rows.Last, 0);
        RandomColumns.Doubles(random, rows.Count).CopyTo(rows.Max, 0);
        RandomColumns.Longs(random, rows.Count).CopyTo(rows.Ticks, 0);
        for (var i = 0; i < rows.Count; i++)
            (rows.Min[i], rows.Sum[i]) = (rows.Last[i] - random.Next(3), rows.Last[i] * 12);

        if (kind == InstrumentKind.Histogram)
            FillHistograms(random, rows);

        return rows;
    }

    public static void AssertEqual(SeriesRows expected, SeriesRows actual, InstrumentKind kind, bool isRolledUp)
    {
        var count = expected.Count;
        Assert.Equal(count, actual.Count);
        Assert.Equal(expected.IsDense, actual.IsDense);
        for (var i = 0; i < count; i++)
            Assert.Equal(expected.RowOf(i), actual.RowOf(i));

        AssertBits(expected.Last.AsSpan(0, count), actual.Last.AsSpan(0, count));
        if (isRolledUp)
            Assert.Equal(expected.Ticks.AsSpan(0, count), actual.Ticks.AsSpan(0, count));

        if (kind == InstrumentKind.Histogram)
        {
            AssertEqual(expected.Histograms!, actual.Histograms!);
            return;
        }

        Assert.Null(actual.Histograms);
        if (!isRolledUp || kind == InstrumentKind.Counter)
            return;

        AssertBits(expected.Min.AsSpan(0, count), actual.Min.AsSpan(0, count));
        AssertBits(expected.Max.AsSpan(0, count), actual.Max.AsSpan(0, count));
        AssertBits(expected.Sum.AsSpan(0, count), actual.Sum.AsSpan(0, count));
    }

    public static void AssertBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual) => Assert.Equal(
        Array.ConvertAll(expected.ToArray(), BitConverter.DoubleToInt64Bits),
        Array.ConvertAll(actual.ToArray(), BitConverter.DoubleToInt64Bits));

    private static int[] Present(Random random, int axisCount)
    {
        var share = random.Next(4) switch { 0 => 0.08, 1 => 0.97, 2 => 0, _ => 1 };
        return [.. Enumerable.Range(0, axisCount).Where(_ => random.NextDouble() < share)];
    }

    // Buckets come as values are recorded, and go where the process starts anew.
    private static void FillHistograms(Random random, SeriesRows rows)
    {
        var histograms = rows.BeginHistograms();
        histograms.Begin(rows.Count, [.. Enumerable.Range(-40, 40).Where(_ => rows.Count > 0 && random.Next(3) == 0)]);
        RandomColumns.Doubles(random, rows.Count).CopyTo(histograms.Sum, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var restarts = i == 0 || random.Next(200) == 0;
            histograms.Zeros[i] = restarts ? 0 : histograms.Zeros[i - 1] + random.Next(2);
            rows.Last[i] = histograms.Zeros[i];
            for (var bucket = 0; bucket < histograms.Buckets.Length; bucket++)
            {
                var counts = histograms.CountsOf(bucket);
                counts[i] = restarts ? 0 : counts[i - 1] + Math.Max(0, random.Next(10) - 7);
                rows.Last[i] += counts[i];
            }

            var isEmpty = rows.Last[i] == 0;
            (histograms.Min[i], histograms.Max[i]) = isEmpty ? (double.NaN, double.NaN) : (0.25, 17 + (i / 100));
        }
    }

    private static void AssertEqual(HistogramRows expected, HistogramRows actual)
    {
        var count = expected.Count;
        Assert.Equal(count, actual.Count);
        Assert.Equal(expected.Buckets, actual.Buckets);
        Assert.Equal(expected.Zeros.AsSpan(0, count), actual.Zeros.AsSpan(0, count));
        for (var bucket = 0; bucket < expected.Buckets.Length; bucket++)
            Assert.Equal(expected.CountsOf(bucket), actual.CountsOf(bucket));

        AssertBits(expected.Sum.AsSpan(0, count), actual.Sum.AsSpan(0, count));
        AssertBits(expected.Min.AsSpan(0, count), actual.Min.AsSpan(0, count));
        AssertBits(expected.Max.AsSpan(0, count), actual.Max.AsSpan(0, count));
    }
}
