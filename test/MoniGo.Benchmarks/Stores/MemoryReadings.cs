namespace MoniGo.Benchmarks;

/// <summary>What a process holds in memory while a day passes.</summary>
internal sealed class MemoryReadings
{
    private readonly List<double> _resident = [];
    private readonly List<double> _committed = [];

    /// <summary>Reads resident memory, and the collector's share of it; once an hour of the day is enough.</summary>
    public void Read()
    {
        _resident.Add(Environment.WorkingSet / 1e6);
        _committed.Add(GC.GetGCMemoryInfo().TotalCommittedBytes / 1e6);
    }

    /// <summary>Gives medians of the second half of the day, the peak, and what the collector cannot free.</summary>
    public Dictionary<string, double> Figures() => new(StringComparer.Ordinal)
    {
        ["rss_mb"] = _resident.Skip(_resident.Count / 2).Quantile(0.5),
        ["rss_peak_mb"] = _resident.Max(),
        ["committed_mb"] = _committed.Skip(_committed.Count / 2).Quantile(0.5),
        ["managed_mb"] = GC.GetTotalMemory(forceFullCollection: true) / 1e6,
    };
}
