namespace MoniGo.Query;

/// <summary>The health of the service and of its machine.</summary>
/// <param name="Service">The own process, against the container's limits where it has some.</param>
/// <param name="System">The machine around it.</param>
internal sealed record HealthReport(HealthReading Service, HealthReading System)
{
    /// <summary>Scores one machine reading.</summary>
    public static HealthReport From(MachineReading reading, HealthThresholds thresholds) => new(
        HealthScore.Service(reading.ServiceCpuPercent, reading.ServiceMemoryPercent, reading.ActiveWork, thresholds),
        HealthScore.System(reading.SystemCpuPercent, reading.SystemMemoryPercent, thresholds));
}
