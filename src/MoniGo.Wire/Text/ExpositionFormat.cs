namespace MoniGo.Wire;

/// <summary>The two text formats that Prometheus-compatible scrapers read.</summary>
internal enum ExpositionFormat
{
    /// <summary>Prometheus text format 0.0.4, which everybody reads.</summary>
    Text,

    /// <summary>OpenMetrics 1.0: stricter, with units and an end mark.</summary>
    OpenMetrics,
}
