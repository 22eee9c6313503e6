namespace MoniGo.Benchmarks;

/// <summary>What a process holds in memory while a day passes.</summary>
/// <remarks>
/// The day passes in seconds, so the collector keeps what a host that ticks every five would have given back. Readings between
/// <see cref="Rest"/>s are steady ones: each follows one hour of ticks and one seal after a collection that gave everything back.
/// </remarks>
internal sealed class MemoryReadings
{
    private readonly List<double> _resident = [];
    private readonly List<double> _steady = [];
    private readonly List<double> _committed = [];
    private bool _hasRested;

    /// <summary>Reads resident memory, and the collector's share of it; once an hour of the day is enough.</summary>
    public void Read()
    {
        _resident.Add(Environment.WorkingSet / 1e6);
        if (!_hasRested)
            return;

        _steady.Add(_resident[^1]);
        _committed.Add(GC.GetGCMemoryInfo().TotalCommittedBytes / 1e6);
    }

    /// <summary>Collects and gives back whatever the collector can; the next readings are steady ones.</summary>
    public void Rest()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _hasRested = true;
    }

    /// <summary>Gives medians of the steady readings, the peak of all, and what the collector cannot free.</summary>
    public Dictionary<string, double> Figures() => new(StringComparer.Ordinal)
    {
        ["rss_mb"] = _steady.Quantile(0.5),
        ["rss_peak_mb"] = _resident.Max(),
        ["committed_mb"] = _committed.Quantile(0.5),
        ["managed_mb"] = GC.GetTotalMemory(forceFullCollection: true) / 1e6,
    };
}
