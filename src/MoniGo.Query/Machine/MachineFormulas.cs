namespace MoniGo.Query;

/// <summary>What is computed from machine readings, the same for a moment and for history.</summary>
/// <remarks>A missing reading (null) makes the answer missing.</remarks>
internal static class MachineFormulas
{
    /// <summary>Finds the memory a process may use: its container's limit, and never more than the machine has.</summary>
    public static double? MemoryLimit(double? containerLimit, double? machine) =>
        containerLimit is null ? machine : machine < containerLimit ? machine : containerLimit;

    /// <summary>Computes a part in percent of a whole.</summary>
    public static double? Percent(double? part, double? whole) => whole > 0 ? part / whole * 100 : null;

    /// <summary>Computes the cores that the rest of the machine keeps busy, without the service; at least 0.</summary>
    public static double? OtherCores(double? systemCpu, double? cores, double? serviceCpu, double? cpuLimit) =>
        systemCpu * cores is { } all ? Math.Max(0, all - (serviceCpu * cpuLimit ?? 0)) : null;

    /// <summary>Computes MoniGo's overall load: half CPU, half memory, at most 100.</summary>
    public static double? OverallLoad(double? cpuPercent, double? memoryPercent) =>
        (0.5 * cpuPercent) + (0.5 * memoryPercent) is { } load ? Math.Min(100, load) : null;
}
