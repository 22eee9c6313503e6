namespace MoniGo.Storage;

/// <summary>Shows only the rows of a source that lie in a stretch of time.</summary>
internal sealed class SlicedRows : IRowSource
{
    private readonly SpareRows _spare = new();
    private readonly IRowSource _source;
    private readonly int _first;
    private readonly int _end;

    private SlicedRows(IRowSource source, int first, int end)
    {
        (_source, _first, _end) = (source, first, end);
        Axis = new(source.Axis.Times[first..end], [.. source.Axis.Runs.Select(Cut).Where(run => run.Count > 0)]);
    }

    /// <inheritdoc />
    public RowAxis Axis { get; }

    /// <inheritdoc />
    public SeriesTable Series => _source.Series;

    /// <inheritdoc />
    public bool IsRolledUp => _source.IsRolledUp;

    /// <summary>Cuts a source to the rows after <paramref name="after"/>, up to and including <paramref name="upTo"/>; null when none is left.</summary>
    public static IRowSource? Of(IRowSource source, DateTimeOffset after, DateTimeOffset upTo)
    {
        var times = source.Axis.Times;
        var first = FirstAfter(times, after.UtcTicks);
        var end = FirstAfter(times, upTo.UtcTicks);
        return first >= end ? null : first == 0 && end == times.Length ? source : new SlicedRows(source, first, end);
    }

    /// <inheritdoc />
    public bool Read(int series, SeriesRows into)
    {
        var whole = _spare.Take();
        var isThere = _source.Read(series, whole);
        if (isThere)
            Cut(whole, into);

        _spare.GiveBack(whole);
        return isThere;
    }

    private void Cut(SeriesRows whole, SeriesRows into)
    {
        var from = FirstAtOrAfter(whole, _first);
        var count = FirstAtOrAfter(whole, _end) - from;
        into.Begin(count);
        into.IsDense = count == Axis.Count;
        for (var i = 0; i < count; i++)
            into.Rows[i] = whole.RowOf(from + i) - _first;

        Copy(whole, from, count, into);
    }

    private static void Copy(SeriesRows whole, int from, int count, SeriesRows into)
    {
        Array.Copy(whole.Last, from, into.Last, 0, count);
        Array.Copy(whole.Ticks, from, into.Ticks, 0, count);
        Array.Copy(whole.Min, from, into.Min, 0, count);
        Array.Copy(whole.Max, from, into.Max, 0, count);
        Array.Copy(whole.Sum, from, into.Sum, 0, count);
        if (whole.Histograms is not { } histograms)
            return;

        var cut = into.BeginHistograms();
        cut.Begin(count, histograms.Buckets);
        for (var bucket = 0; bucket < histograms.Buckets.Length; bucket++)
            histograms.CountsOf(bucket).Slice(from, count).CopyTo(cut.CountsOf(bucket));

        Array.Copy(histograms.Zeros, from, cut.Zeros, 0, count);
        Array.Copy(histograms.Sum, from, cut.Sum, 0, count);
        Array.Copy(histograms.Min, from, cut.Min, 0, count);
        Array.Copy(histograms.Max, from, cut.Max, 0, count);
    }

    private static int FirstAfter(long[] times, long moment)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] <= moment)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static int FirstAtOrAfter(SeriesRows rows, int row)
    {
        if (rows.IsDense)
            return Math.Min(row, rows.Count);

        var at = Array.BinarySearch(rows.Rows, 0, rows.Count, row);
        return at >= 0 ? at : ~at;
    }

    private RowRun Cut(RowRun run)
    {
        var first = Math.Max(run.FirstRow, _first);
        var end = Math.Min(run.End, _end);
        return first >= end ? default : new(first - _first, end - first, run.Epoch, run.SequenceOf(first), run.Stride);
    }
}
