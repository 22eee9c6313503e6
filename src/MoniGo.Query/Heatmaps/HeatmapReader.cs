using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads a heat map off the histograms that the store keeps: their buckets are its cells.</summary>
internal static class HeatmapReader
{
    // Fewer rows would show one size as a band as tall as the map.
    private const int FewestRows = 12;

    /// <summary>Reads the values that the selected histograms recorded; null when there are none.</summary>
    /// <param name="engine">Reads the history.</param>
    /// <param name="selector">The histograms, which are added up.</param>
    /// <param name="range">The time; whole columns of it are shown.</param>
    /// <param name="step">Finest column wanted; joined with its neighbours to keep within <see cref="Heatmap.MaxColumns"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async ValueTask<Heatmap?> ReadAsync(
        SeriesEngine engine, SeriesSelector selector, TimeRange range, TimeSpan step, CancellationToken cancellationToken = default)
    {
        var width = step * Math.Max(1, Math.Ceiling(range.Length / step / Heatmap.MaxColumns));
        var whole = Steps.Align(range, width);
        var merged = await MergeAsync(engine, selector, whole, width, cancellationToken);
        var total = new HistogramAccumulator();
        foreach (var column in merged)
        {
            if (column is not null)
                total.Add(column.ToHistogram());
        }

        return total.ToHistogram() is { Count: > 0 } all ? Lay(merged, whole.Start + width, width, all) : null;
    }

    private static async ValueTask<HistogramAccumulator?[]> MergeAsync(
        SeriesEngine engine, SeriesSelector selector, TimeRange whole, TimeSpan width, CancellationToken cancellationToken)
    {
        var columns = new HistogramAccumulator?[(int)Math.Round(whole.Length / width)];
        foreach (var series in await engine.WindowsAsync(selector, whole, width, cancellationToken))
        {
            foreach (var window in series.Windows)
            {
                var at = (int)Math.Round((window.End - whole.Start) / width) - 1;
                if (at >= 0 && at < columns.Length && window.Histogram is { Count: > 0 } histogram)
                    (columns[at] ??= new()).Add(histogram);
            }
        }

        return columns;
    }

    private static Heatmap Lay(HistogramAccumulator?[] merged, DateTimeOffset first, TimeSpan width, ExponentialHistogram all)
    {
        // Values of zero or below have no bucket; they count as the smallest.
        var (lowest, highest) = all.Indices.IsEmpty ? (0, 0) : (all.Indices[0], all.Indices[^1]);
        var perRow = 1;
        while (Row(highest, Floor(lowest, perRow), perRow) >= Heatmap.MaxRows)
            perRow *= 2;

        var rows = Row(highest, Floor(lowest, perRow), perRow) + 1;
        var below = Math.Max(0, FewestRows - rows) / 2;
        var from = Floor(lowest, perRow) - (below * perRow);
        rows = Math.Max(rows, FewestRows);
        return new(first, width, from, perRow, rows, [.. merged.Select(column => Count(column?.ToHistogram(), from, perRow, rows))], all);
    }

    private static ImmutableArray<long> Count(ExponentialHistogram? column, int from, int perRow, int rows)
    {
        if (column is null)
            return [];

        var counts = new long[rows];
        counts[0] = column.ZeroCount;
        for (var i = 0; i < column.Indices.Length; i++)
            counts[Row(column.Indices[i], from, perRow)] += column.Counts[i];

        return [.. counts];
    }

    private static int Row(int index, int from, int perRow) => (index - from) / perRow;

    // Rows begin at multiples, so that the same size is in the same row from one reading to the next.
    private static int Floor(int index, int perRow) => (int)Math.Floor((double)index / perRow) * perRow;
}
