namespace MoniGo.Storage;

/// <summary>What the rows of an axis are in order of.</summary>
internal readonly record struct RowKey(long Time, long Epoch, long Sequence)
{
    public static int Compare(RowKey x, RowKey y)
    {
        var order = x.Time.CompareTo(y.Time);
        return order != 0 ? order : CompareTicks(x, y);
    }

    /// <summary>Compares when they were measured, whatever the clock said.</summary>
    public static int CompareTicks(RowKey x, RowKey y)
    {
        var order = x.Epoch.CompareTo(y.Epoch);
        return order != 0 ? order : x.Sequence.CompareTo(y.Sequence);
    }

    /// <summary>Lists the keys of all rows of an axis.</summary>
    public static RowKey[] Of(RowAxis axis)
    {
        var keys = new RowKey[axis.Count];
        foreach (var run in axis.Runs)
        {
            for (var row = run.FirstRow; row < run.End; row++)
                keys[row] = new(axis.Times[row], run.Epoch, run.SequenceOf(row));
        }

        return keys;
    }
}
