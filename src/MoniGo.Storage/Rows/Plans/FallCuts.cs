using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Finds where the windows of a roll-up are cut, so that no fall of a total is lost.</summary>
/// <remarks>
/// A row keeps only the last total, so a row ends where the process restarted and before each fall: it keeps the total that would be
/// lost. Where a total climbs past the lost one within the same window, the row of the fall ends at once, or nobody would see that it
/// fell. A tick measured before one already seen (the clock was set back) is no fall.
/// </remarks>
internal sealed class FallCuts
{
    private readonly RowKey[] _keys;
    private readonly int[]? _positions;
    private readonly bool[] _isCut; // before each position

    /// <summary>Cuts between windows and between runs of the process.</summary>
    /// <param name="keys">Of the rows by position; the time is the window's end.</param>
    /// <param name="positions">By row of the source; null when they are the same.</param>
    public FallCuts(RowKey[] keys, int[]? positions)
    {
        (_keys, _positions, _isCut) = (keys, positions, new bool[keys.Length]);
        for (var at = 1; at < keys.Length; at++)
            _isCut[at] = keys[at].Time != keys[at - 1].Time || keys[at].Epoch != keys[at - 1].Epoch;
    }

    public bool IsCutBefore(int position) => _isCut[position];

    /// <summary>Cuts at the falls of all totals, which are read once.</summary>
    public void AddFalls(IRowSource source)
    {
        var rows = new SeriesRows();
        for (var i = 0; i < source.Series.Series.Length; i++)
        {
            var kind = source.Series.Series[i].Instrument.Kind;
            if (kind is InstrumentKind.Counter or InstrumentKind.Histogram && source.Read(i, rows))
                AddFalls(rows, kind);
        }
    }

    private void AddFalls(SeriesRows rows, InstrumentKind kind)
    {
        var order = RollUpPlan.OrderOf(rows, _positions);
        var (before, total, fell, lost) = (-1, 0.0, -1, 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            var index = order is null ? i : order[i];
            var at = PositionOf(rows.RowOf(index));
            if (before >= 0 && RowKey.CompareTicks(_keys[at], _keys[before]) < 0)
                continue;

            if (before >= 0 && rows.Last[index] < total && !IsVisibleAnyway(kind, before, at))
                (fell, lost) = (CutAtFall(before, at), total);
            else if (fell >= 0 && _keys[at] is var key && (key.Time != _keys[fell].Time || key.Epoch != _keys[fell].Epoch))
                fell = -1;
            else if (fell >= 0 && rows.Last[index] >= lost)
                fell = CutBehindFall(fell, at);

            (before, total) = (at, rows.Last[index]);
        }
    }

    /// <summary>Histograms begin anew with each run of the process, and readers know that.</summary>
    private bool IsVisibleAnyway(InstrumentKind kind, int before, int at) =>
        kind == InstrumentKind.Histogram && _keys[before].Epoch != _keys[at].Epoch;

    private int CutAtFall(int before, int at)
    {
        if (!HasCut(before + 1, at))
            _isCut[at] = true;

        return at;
    }

    private int CutBehindFall(int fell, int at)
    {
        if (!HasCut(fell + 1, at))
            _isCut[fell + 1] = true;

        return -1;
    }

    private bool HasCut(int first, int last) => _isCut.AsSpan(first, last - first + 1).Contains(true);

    private int PositionOf(int row) => _positions is null ? row : _positions[row];
}
