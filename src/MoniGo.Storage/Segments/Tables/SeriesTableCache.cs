namespace MoniGo.Storage;

/// <summary>Shares tables between segments that hold the same series, which most neighbours do.</summary>
/// <remarks>
/// Thread-safe. Tables are known by their compressed bytes, a few KB, and held weakly, but for the few used last (up to <see cref="MostRecentSeries"/>
/// series): the next question is likely about the same, and making a table costs about 1 us a series.
/// </remarks>
internal sealed class SeriesTableCache
{
    public const int MostRecentSeries = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<byte[], WeakReference<SeriesTable>> _tables = new(ByteComparer.Instance);
    private readonly LinkedList<SeriesTable> _recent = [];
    private int _recentSeries;
    private int _cleanAt = 64;

    /// <summary>Finds a table, or reads it.</summary>
    /// <param name="compressed">Its bytes; never changed afterwards.</param>
    /// <param name="read">Reads it; given a table that was used lately, whose series it may use again. Runs outside the lock.</param>
    public SeriesTable Get(byte[] compressed, Func<SeriesTable?, SeriesTable> read)
    {
        SeriesTable? latest;
        lock (_lock)
        {
            if (Find_NeedsLock(compressed) is { } known)
                return Used_NeedsLock(known);

            latest = _recent.First?.Value;
        }

        var table = read(latest);
        lock (_lock)
            return Used_NeedsLock(Find_NeedsLock(compressed) ?? Add_NeedsLock(compressed, table));
    }

    private SeriesTable? Find_NeedsLock(byte[] compressed) =>
        _tables.TryGetValue(compressed, out var held) && held.TryGetTarget(out var table) ? table : null;

    private SeriesTable Add_NeedsLock(byte[] compressed, SeriesTable table)
    {
        if (_tables.Count >= _cleanAt)
        {
            foreach (var (gone, held) in _tables)
            {
                if (!held.TryGetTarget(out _))
                    _tables.Remove(gone);
            }

            _cleanAt = Math.Max(64, _tables.Count * 2);
        }

        _tables[compressed] = new(table);
        return table;
    }

    private SeriesTable Used_NeedsLock(SeriesTable table)
    {
        if (ReferenceEquals(_recent.First?.Value, table))
            return table;

        if (!_recent.Remove(table))
            _recentSeries += table.Series.Length;

        _recent.AddFirst(table);
        while (_recentSeries > MostRecentSeries && _recent.Count > 1)
        {
            _recentSeries -= _recent.Last!.Value.Series.Length;
            _recent.RemoveLast();
        }

        return table;
    }
}
