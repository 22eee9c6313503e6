namespace MoniGo.Tracing;

/// <summary>Makes room in the table of functions, least recently used first, when names were refused.</summary>
/// <remarks>
/// Works between ticks' readings, so it costs callers nothing. A function is first closed, and removed some ticks later, when nothing has
/// been counted on it for that long and nothing of it runs: until then its series goes on, so all its calls are in some snapshot.
/// </remarks>
internal sealed class FunctionEviction(FunctionTable table)
{
    /// <summary>Ticks without a call before a closed function is removed: time enough for a thread that had just found it.</summary>
    public const int Grace = 3;

    private readonly List<FunctionSeries> _closed = [];

    /// <summary>Gets how many functions were removed so far.</summary>
    public long Count { get; private set; }

    public void Run(List<FunctionSeries?> series, long tick)
    {
        // Those that were called again are open again, and no longer ours.
        _closed.RemoveAll(closed => closed.Function.IsOpen || (IsQuiet(closed, tick, Grace) && TryRemove(closed)));
        var wanted = Math.Min(table.TakeRefused(), Math.Max(1, table.Limit / 4)) - _closed.Count;
        if (wanted > 0)
            Close(LeastRecentlyUsed(series, tick, wanted), tick);
    }

    private static IEnumerable<FunctionSeries> LeastRecentlyUsed(List<FunctionSeries?> series, long tick, int count)
    {
        // The first slot is the overflow's, which stays.
        var idle = series.Skip(1).OfType<FunctionSeries>().Where(one => one.Function.IsOpen && IsQuiet(one, tick, ticks: 1));
        return idle.OrderBy(one => one.LastUsed).Take(count);
    }

    private static bool IsQuiet(FunctionSeries series, long tick, int ticks) =>
        series.Tally.Active == 0 && tick - Math.Max(series.LastUsed, series.ClosedAt) >= ticks;

    private void Close(IEnumerable<FunctionSeries> idle, long tick)
    {
        foreach (var series in idle)
        {
            table.Close(series.Function);
            series.ClosedAt = tick;
            _closed.Add(series);
        }
    }

    private bool TryRemove(FunctionSeries series)
    {
        if (table.TryRemove(series.Function))
            Count++;

        return true;
    }
}
