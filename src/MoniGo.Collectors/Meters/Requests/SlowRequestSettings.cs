namespace MoniGo.Collectors;

/// <summary>Says which requests are slow; changes as a whole while the host runs.</summary>
/// <param name="Threshold">From what duration on a request is slow; null for its series' own 99th percentile.</param>
/// <param name="Floor">Duration below which no request is slow; of no effect beside a threshold.</param>
internal sealed record SlowRequestSettings(TimeSpan? Threshold, TimeSpan Floor);
