namespace MoniGo.Benchmarks;

/// <summary>What a process holds in memory while a day passes.</summary>
internal sealed class MemoryReadings
{
    private readonly List<double> _resident = [];

    /// <summary>Reads resident memory; once an hour of the day is enough.</summary>
    public void Read() => _resident.Add(Environment.WorkingSet / 1e6);

    /// <summary>Gives the median of the second half of the day, its peak, and what the collector cannot free.</summary>
    public Dictionary<string, double> Figures() => new(StringComparer.Ordinal)
    {
        ["rss_mb"] = _resident.Skip(_resident.Count / 2).Quantile(0.5),
        ["rss_peak_mb"] = _resident.Max(),
        ["managed_mb"] = GC.GetTotalMemory(forceFullCollection: true) / 1e6,
    };
}
