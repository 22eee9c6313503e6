namespace MoniGo.Dashboard;

/// <summary>The limits that the health score measures usage against.</summary>
/// <param name="CpuPercent">CPU of the process, in percent of the CPUs it may use.</param>
/// <param name="MemoryPercent">Resident memory, in percent of the container's or the machine's memory.</param>
/// <param name="ActiveWork">Pool threads, queued work, running requests and traced calls together.</param>
internal sealed record HealthLimits(double CpuPercent = 95, double MemoryPercent = 95, double ActiveWork = 500);
