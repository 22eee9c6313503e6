namespace MoniGo.Storage;

/// <summary>Brings the rows of a series in order whose ticks were added out of order.</summary>
internal static class RowSorting
{
    /// <summary>Copies rows of ticks.</summary>
    /// <param name="added">The rows as they were added.</param>
    /// <param name="places">Where each axis row belongs.</param>
    /// <param name="into">Filled anew, in order.</param>
    public static void Copy(SeriesRows added, int[] places, SeriesRows into)
    {
        var (rows, order) = Order(added, places);
        var histograms = into.Histograms ?? new();
        into.Begin(added.Count);
        into.IsDense = added.IsDense;
        rows.CopyTo(into.Rows, 0);
        Copy(added.Last, order, into.Last);
        if (added.Histograms is null)
            return;

        into.Histograms = histograms;
        Copy(added.Histograms, order, histograms);
    }

    /// <summary>Finds the places of all values, ascending, and the index that each had.</summary>
    private static (int[] Rows, int[] Order) Order(SeriesRows added, int[] places)
    {
        var (rows, order) = (new int[added.Count], new int[added.Count]);
        for (var i = 0; i < rows.Length; i++)
            (rows[i], order[i]) = (places[added.RowOf(i)], i);

        Array.Sort(rows, order);
        return (rows, order);
    }

    private static void Copy(HistogramRows from, int[] order, HistogramRows into)
    {
        into.Begin(from.Count, from.Buckets);
        Copy(from.Zeros, order, into.Zeros);
        Copy(from.Sum, order, into.Sum);
        Copy(from.Min, order, into.Min);
        Copy(from.Max, order, into.Max);
        for (var b = 0; b < from.Buckets.Length; b++)
            Copy(from.CountsOf(b), order, into.CountsOf(b));
    }

    private static void Copy<T>(ReadOnlySpan<T> from, int[] order, Span<T> into)
    {
        for (var i = 0; i < order.Length; i++)
            into[i] = from[order[i]];
    }
}
