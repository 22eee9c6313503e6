using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Cuts the rows of one series into windows, source after source.</summary>
internal sealed class SeriesWalk(SeriesKey series, Func<SeriesKey, RowState?> before, int mostWindows)
{
    private const int SparseRoom = 1024; // made in advance; a sparse series may need a fraction of what there could be

    private readonly InstrumentKind _kind = series.Instrument.Kind;
    private readonly RowGrowth _growth = new(series.Instrument.Kind);
    private ImmutableArray<SampleWindow>.Builder? _windows;
    private OpenWindow _open;
    private bool _wasInRange;

    /// <summary>Adds the rows of the next source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="place">Where it keeps the series.</param>
    /// <param name="rows">Room to decode into.</param>
    public void Add(WalkedSource source, int place, SeriesRows rows)
    {
        var kind = source.Rows.Series.Series[place].Instrument.Kind; // a name may have changed its kind
        var isNeeded = source.Windows > 0 || (_kind != InstrumentKind.Gauge && source.Pieces.Length > 0);
        var isReadable = (kind == InstrumentKind.Histogram) == (_kind == InstrumentKind.Histogram);
        if (!isNeeded || !isReadable || !source.Rows.Read(place, rows))
            return;

        _windows ??= ImmutableArray.CreateBuilder<SampleWindow>(rows.IsDense ? mostWindows : Math.Min(mostWindows, SparseRoom));
        var from = 0;
        foreach (ref readonly var piece in source.Pieces.AsSpan())
        {
            var to = rows.IsDense ? Math.Min(piece.End, rows.Count) : EndOf(piece, rows, from);
            if (to > from)
                Add(new RowSlice(rows, from, to, Bands(source.Rows, kind)), piece);

            from = to;
        }

        _growth.Settle();
    }

    /// <summary>Closes the last window and gives all.</summary>
    public SeriesWindows Finish()
    {
        Close();
        return new(series, _windows?.DrainToImmutable() ?? []);
    }

    private static int EndOf(in RowPiece piece, SeriesRows rows, int from)
    {
        var places = rows.Rows.AsSpan(0, rows.Count);
        while (from < places.Length && places[from] < piece.End)
            from++;

        return from;
    }

    private static RowBands Bands(IRowSource source, InstrumentKind kind) =>
        !source.IsRolledUp ? RowBands.Ticks
        : kind is InstrumentKind.Gauge or InstrumentKind.UpDownCounter ? RowBands.Full
        : RowBands.LastOnly;

    private void Add(in RowSlice slice, in RowPiece piece)
    {
        if (!piece.IsInRange)
        {
            _growth.Pass(slice, piece);
            return;
        }

        if (!_wasInRange)
            EnterRange();

        if (_open.End != piece.Window)
            Close();

        _open.Add(slice, piece.Window, _growth.Add(slice, piece));
    }

    private void EnterRange()
    {
        _wasInRange = true;
        if (!_growth.IsKnown && _kind != InstrumentKind.Gauge && before(series) is { } state)
            _growth.Begin(state);
    }

    private void Close()
    {
        if (_open.Count > 0)
            _windows!.Add(_open.Close(_growth.TakeHistogram()));

        _open = default;
    }
}
