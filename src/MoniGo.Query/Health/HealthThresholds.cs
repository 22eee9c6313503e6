namespace MoniGo.Query;

/// <summary>How much of each resource is allowed before health suffers; defaults are MoniGo's.</summary>
/// <param name="MaxCpuUsage">Allowed CPU, in percent; above 0.</param>
/// <param name="MaxMemoryUsage">Allowed memory, in percent; above 0.</param>
/// <param name="MaxActiveWork">Allowed pieces of <see cref="ActiveWork"/> at once; above 0.</param>
internal sealed record HealthThresholds(double MaxCpuUsage = 95, double MaxMemoryUsage = 95, double MaxActiveWork = 100);
