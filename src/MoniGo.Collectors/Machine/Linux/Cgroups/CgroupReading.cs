namespace MoniGo.Collectors;

/// <summary>What a control group says of the container's resources; null where it says nothing or sets no limit.</summary>
/// <param name="MemoryUsed">Bytes charged to the container.</param>
/// <param name="MemoryLimit">Bytes it may use.</param>
/// <param name="CpuLimit">CPUs it may use, a fraction included.</param>
/// <param name="ThrottledSeconds">Time it was kept from running, since its start.</param>
internal readonly record struct CgroupReading(long? MemoryUsed, long? MemoryLimit, double? CpuLimit, double? ThrottledSeconds);
