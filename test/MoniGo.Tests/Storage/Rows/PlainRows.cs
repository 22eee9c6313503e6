using System.Collections.Immutable;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Rows in memory without any cleverness, and the way back from any source to such rows.</summary>
internal sealed class PlainRows : IRowSource
{
    private readonly RowTick[] _rows;

    public PlainRows(IEnumerable<RowTick> rows, bool isRolledUp = false)
    {
        _rows = [.. rows];
        IsRolledUp = isRolledUp;
        var runs = _rows.Select((row, i) => new RowRun(i, 1, row.Epoch, row.Sequence, 1)).ToImmutableArray();
        Axis = new([.. _rows.Select(row => row.Time)], runs);
        Series = new([.. _rows.SelectMany(row => row.Cells.Keys).Distinct().Order(SeriesOrder.Instance)]);
    }

    public RowAxis Axis { get; }

    public SeriesTable Series { get; }

    public bool IsRolledUp { get; }

    /// <summary>Gets series that cannot be read, as if damaged.</summary>
    public HashSet<SeriesKey> Damaged { get; } = [];

    public bool Read(int series, SeriesRows into)
    {
        var key = Series.Series[series];
        var present = _rows.Index().Where(row => row.Item.Cells.ContainsKey(key)).Select(row => (Row: row.Index, Cell: row.Item.Cells[key])).ToArray();
        into.Begin(present.Length);
        into.IsDense = present.Length == _rows.Length;
        for (var i = 0; i < present.Length; i++)
        {
            var cell = present[i].Cell;
            (into.Rows[i], into.Last[i]) = (present[i].Row, cell.Last);
            (into.Ticks[i], into.Min[i], into.Max[i], into.Sum[i]) = IsRolledUp ? (cell.Ticks, cell.Min, cell.Max, cell.Sum) : (-7, -7, -7, -7);
        }

        if (key.Instrument.Kind == InstrumentKind.Histogram)
            into.Histograms = Columns([.. present.Select(one => one.Cell.Histogram!)]);

        return !Damaged.Contains(key);
    }

    /// <summary>Reads everything that a source shows; what it cannot read is absent.</summary>
    public static List<RowTick> Of(IRowSource source)
    {
        var cells = Enumerable.Range(0, source.Axis.Count).Select(_ => new Dictionary<SeriesKey, RowCell>()).ToArray();
        var rows = new SeriesRows();
        for (var s = 0; s < source.Series.Series.Length; s++)
        {
            var series = source.Series.Series[s];
            if (!source.Read(s, rows))
                continue;

            for (var i = 0; i < rows.Count; i++)
                cells[rows.RowOf(i)].Add(series, Cell(rows, i, series.Instrument.Kind, source.IsRolledUp));
        }

        return [.. source.Axis.Runs.SelectMany(run => Enumerable.Range(run.FirstRow, run.Count)
            .Select(row => new RowTick(source.Axis.Times[row], run.Epoch, run.SequenceOf(row), cells[row])))];
    }

    /// <summary>Writes rows as text, in which every difference shows.</summary>
    public static string Text(IEnumerable<RowTick> rows) => string.Join('\n', rows.Select(row =>
        $"{row.Key} " + string.Join(' ', row.Cells.OrderBy(cell => cell.Key, SeriesOrder.Instance).Select(cell => $"{cell.Key.Instrument}{cell.Key.Tags}={Text(cell.Value)}"))));

    public static string Text(IRowSource source) => Text(Of(source));

    private static string Text(RowCell cell) =>
        $"{cell.Last}/{cell.Ticks}/{cell.Min}/{cell.Max}/{cell.Sum}" + (cell.Histogram is { } h
            ? $"[{string.Join(',', h.Indices.ToArray())}:{string.Join(',', h.Counts.ToArray())} {h.ZeroCount} {h.Sum} {h.Min} {h.Max}]"
            : "");

    private static RowCell Cell(SeriesRows rows, int i, InstrumentKind kind, bool isRolledUp)
    {
        var cell = RowCell.Of(rows.Last[i]) with { Histogram = rows.Histograms?.At(i) };
        if (!isRolledUp)
            return cell;

        // Totals have no range worth keeping.
        return kind is InstrumentKind.Counter or InstrumentKind.Histogram
            ? cell with { Ticks = rows.Ticks[i], Min = 0, Max = 0, Sum = 0 }
            : cell with { Ticks = rows.Ticks[i], Min = rows.Min[i], Max = rows.Max[i], Sum = rows.Sum[i] };
    }

    private static HistogramRows Columns(ExponentialHistogram[] rows)
    {
        var columns = new HistogramRows();
        var buckets = rows.SelectMany(row => row.Indices.ToArray()).Distinct().Order().ToArray();
        columns.Begin(rows.Length, buckets);
        for (var i = 0; i < rows.Length; i++)
        {
            (columns.Zeros[i], columns.Sum[i], columns.Min[i], columns.Max[i]) = (rows[i].ZeroCount, rows[i].Sum, rows[i].Min, rows[i].Max);
            for (var b = 0; b < rows[i].Indices.Length; b++)
                columns.CountsOf(Array.BinarySearch(buckets, rows[i].Indices[b]))[i] = rows[i].Counts[b];
        }

        return columns;
    }
}
