using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Follows the cumulative value of one series and tells how it grew, across resets and restarts.</summary>
/// <remarks>
/// A counter that falls was reset and counts from zero. A new epoch alone is no reset of a counter: those of the machine, such as
/// bytes on the network, outlive the process. A histogram always belongs to the process and starts anew with its epoch.
/// A row measured before one already seen (the clock was set back) adds nothing, so nothing is counted twice.
/// </remarks>
internal sealed class RowGrowth(InstrumentKind kind)
{
    private readonly HistogramGrowth? _histogram = kind == InstrumentKind.Histogram ? new() : null;
    private long _epoch;
    private long _sequence;
    private double _value;

    /// <summary>Gets whether it is known where the series stood.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Starts at what another source knows.</summary>
    public void Begin(RowState state)
    {
        (IsKnown, _epoch, _sequence, _value) = (true, state.Epoch, state.Sequence, state.Value);
        _histogram?.Begin(state.Histogram ?? ExponentialHistogram.Empty);
    }

    /// <summary>Only takes note of where the series stands behind rows that nobody asked for.</summary>
    public void Pass(in RowSlice slice, in RowPiece piece)
    {
        if (kind == InstrumentKind.Gauge || FirstNew(slice, piece) == slice.To)
            return;

        Note(slice, piece);
        _value = slice.Values[^1];
        _histogram?.Pass(slice.Rows, slice.To - 1);
    }

    /// <summary>Adds rows of one run and gives the growth since the row before; 0 for gauges.</summary>
    public double Add(in RowSlice slice, in RowPiece piece)
    {
        if (kind == InstrumentKind.Gauge)
            return 0;

        if (!IsKnown)
            BeginAt(slice, piece);

        var from = FirstNew(slice, piece);
        if (from == slice.To)
            return 0;

        if (piece.Run.Epoch != _epoch && _histogram is not null)
            Reset();

        Note(slice, piece);
        return Grow(slice.Rows, from, slice.To);
    }

    /// <summary>Must be called before the rows are filled anew.</summary>
    public void Settle() => _histogram?.Settle();

    /// <summary>Takes what was recorded since the last taking; null when the series is no histogram.</summary>
    public ExponentialHistogram? TakeHistogram() => _histogram?.Take();

    /// <summary>A series first seen while its process was watched began at zero; another brings what it counted before.</summary>
    private void BeginAt(in RowSlice slice, in RowPiece piece)
    {
        var row = slice.Rows.RowOf(slice.From);
        var isNew = row >= piece.Follows;
        (IsKnown, _epoch, _sequence) = (true, piece.Run.Epoch, piece.Run.SequenceOf(row));
        _value = isNew ? 0 : slice.Values[0];
        if (!isNew)
            _histogram?.Pass(slice.Rows, slice.From);
    }

    /// <summary>Finds the first value that is not older than the newest seen; the end when all are.</summary>
    private int FirstNew(in RowSlice slice, in RowPiece piece)
    {
        if (!IsKnown || piece.Run.Epoch > _epoch)
            return slice.From;

        if (piece.Run.Epoch < _epoch)
            return slice.To;

        var at = slice.From;
        while (at < slice.To && piece.Run.SequenceOf(slice.Rows.RowOf(at)) < _sequence)
            at++;

        return at;
    }

    private void Note(in RowSlice slice, in RowPiece piece) =>
        (IsKnown, _epoch, _sequence) = (true, piece.Run.Epoch, piece.Run.SequenceOf(slice.Rows.RowOf(slice.To - 1)));

    private double Grow(SeriesRows rows, int from, int to)
    {
        double increase = 0;
        while (from < to)
        {
            var rising = kind == InstrumentKind.UpDownCounter ? to - from : Reduction.FirstFall(_value, rows.Last.AsSpan(from, to - from));
            if (rising == 0)
            {
                Reset();
                rising = 1; // a value that fell is growth from zero, whatever it is
            }

            from += rising;
            increase += rows.Last[from - 1] - _value;
            _value = rows.Last[from - 1];
            _histogram?.Follow(rows, from - 1);
        }

        return increase;
    }

    private void Reset()
    {
        _histogram?.Reset();
        _value = 0;
    }
}
