using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>One series of a head as it was at a moment; never changes.</summary>
/// <param name="key">The series.</param>
/// <param name="blocks">Its compressed rows, shared with the head.</param>
/// <param name="first">The first axis row of the tail.</param>
/// <param name="count">Number of rows in the tail.</param>
/// <param name="rows">The axis rows of the tail; null when they follow each other.</param>
/// <param name="tail">A copy of the tail.</param>
internal sealed class SeriesPicture(SeriesKey key, ArraySegment<HeadBlock> blocks, int first, int count, int[]? rows, IHeadTail tail)
{
    public SeriesKey Key { get; } = key;

    /// <summary>Decodes all rows in the order in which they were added.</summary>
    /// <param name="into">Filled anew.</param>
    /// <param name="axisCount">Number of rows of the axis.</param>
    /// <param name="block">Room for one block.</param>
    public void Read(SeriesRows into, int axisCount, SeriesRows block)
    {
        var total = count;
        foreach (var one in blocks)
            total += one.Count;

        Begin(into, total, total == axisCount);
        var at = 0;
        foreach (var one in blocks)
        {
            SeriesCodec.Read(one.Bytes, one.Span, Key.Instrument.Kind, isRolledUp: false, block);
            Copy(block, one.First, into, at);
            at += one.Count;
        }

        CopyTail(into, at);
    }

    private void Begin(SeriesRows into, int total, bool isDense)
    {
        var histograms = into.Histograms ?? new();
        into.Begin(total);
        into.IsDense = isDense;
        if (tail.Buckets is not { } buckets)
            return;

        histograms.Begin(total, buckets);
        into.Histograms = histograms;
    }

    private static void Copy(SeriesRows block, int first, SeriesRows into, int at)
    {
        block.Last.AsSpan(0, block.Count).CopyTo(into.Last.AsSpan(at));
        for (var i = 0; i < block.Count && !into.IsDense; i++)
            into.Rows[at + i] = first + block.RowOf(i);

        if (into.Histograms is { } histograms)
            Copy(block.Histograms!, histograms, at);
    }

    private static void Copy(HistogramRows from, HistogramRows into, int at)
    {
        from.Zeros.AsSpan(0, from.Count).CopyTo(into.Zeros.AsSpan(at));
        from.Sum.AsSpan(0, from.Count).CopyTo(into.Sum.AsSpan(at));
        from.Min.AsSpan(0, from.Count).CopyTo(into.Min.AsSpan(at));
        from.Max.AsSpan(0, from.Count).CopyTo(into.Max.AsSpan(at));
        for (int b = 0, to = 0; b < from.Buckets.Length; b++)
        {
            while (into.Buckets[to] < from.Buckets[b])
                to++;

            from.CountsOf(b).CopyTo(into.CountsOf(to)[at..]);
        }
    }

    private void CopyTail(SeriesRows into, int at)
    {
        tail.CopyTo(into, at);
        for (var i = 0; i < count && !into.IsDense; i++)
            into.Rows[at + i] = rows is null ? first + i : rows[i];
    }
}
