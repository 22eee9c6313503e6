namespace MoniGo.Storage;

/// <summary>Which rows of a source go into which row of a roll-up.</summary>
/// <remarks>
/// Rows of a window are taken in the order in which they were measured, (epoch, sequence), which differs from that of time where the
/// clock was set back. That order over all windows is called a position here.
/// </remarks>
internal sealed class RollUpPlan
{
    private readonly int[] _rowAt; // of the roll-up, by position
    private readonly int[]? _positions; // by row of the source; null when they are the same

    private RollUpPlan(RowAxis axis, int[] rowAt, int[]? positions) => (Axis, _rowAt, _positions) = (axis, rowAt, positions);

    /// <summary>Gets the rows of the roll-up.</summary>
    public RowAxis Axis { get; }

    public static RollUpPlan Of(IRowSource source, TimeSpan step)
    {
        var keys = RowKey.Of(source.Axis);
        foreach (ref var key in keys.AsSpan())
            key = key with { Time = WindowEnd(key.Time, step.Ticks) };

        var positions = Sort(keys);
        var cuts = new FallCuts(keys, positions);
        cuts.AddFalls(source);
        var rowAt = new int[keys.Length];
        return new(BuildAxis(keys, cuts, rowAt), rowAt, positions);
    }

    /// <summary>Gives the row of the roll-up that a row of the source goes into.</summary>
    public int RowOf(int sourceRow) => _rowAt[_positions is null ? sourceRow : _positions[sourceRow]];

    /// <summary>Lists the values of a series by position; null when they are already.</summary>
    public int[]? OrderOf(SeriesRows rows) => OrderOf(rows, _positions);

    /// <summary>Lists the values of a series by position; null when they are already.</summary>
    public static int[]? OrderOf(SeriesRows rows, int[]? positions)
    {
        if (positions is null)
            return null;

        var (keys, order) = (new int[rows.Count], new int[rows.Count]);
        for (var i = 0; i < order.Length; i++)
            (keys[i], order[i]) = (positions[rows.RowOf(i)], i);

        Array.Sort(keys, order);
        return order;
    }

    /// <summary>Finds the end of the window that a time falls into: the next multiple of the step since 1970.</summary>
    private static long WindowEnd(long time, long step)
    {
        var past = (time - DateTime.UnixEpoch.Ticks) % step;
        var end = past == 0 ? time : time - past + (past > 0 ? step : 0);
        return Math.Min(end, DateTime.MaxValue.Ticks);
    }

    /// <summary>Sorts the keys and tells where each row went; null when they were in order.</summary>
    private static int[]? Sort(RowKey[] keys)
    {
        var isSorted = true;
        for (var i = 1; i < keys.Length && isSorted; i++)
            isSorted = RowKey.Compare(keys[i - 1], keys[i]) <= 0;

        if (isSorted)
            return null;

        var rows = new int[keys.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = i;

        var byRow = (RowKey[])keys.Clone();
        Array.Sort(rows, (x, y) => RowKey.Compare(byRow[x], byRow[y]) is not 0 and var order ? order : x - y);
        var positions = new int[rows.Length];
        for (var at = 0; at < rows.Length; at++)
            (keys[at], positions[rows[at]]) = (byRow[rows[at]], at);

        return positions;
    }

    private static RowAxis BuildAxis(RowKey[] keys, FallCuts cuts, int[] rowAt)
    {
        var axis = new RowAxisBuilder(64);
        var rowsOfWindow = 1;
        for (var at = 1; at < keys.Length; at++)
        {
            var isNewWindow = keys[at].Time != keys[at - 1].Time;
            if (isNewWindow || (cuts.IsCutBefore(at) && rowsOfWindow < RolledUpRows.MaxRowsPerWindow))
            {
                axis.Add(keys[at - 1]);
                rowsOfWindow = isNewWindow ? 1 : rowsOfWindow + 1;
            }

            rowAt[at] = axis.Count;
        }

        if (keys.Length > 0)
            axis.Add(keys[^1]);

        return axis.Build();
    }
}
