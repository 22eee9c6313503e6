namespace MoniGo.Query;

/// <summary>The numbers of the process, its container and its machine at one tick; null where there is no reading.</summary>
/// <remarks>Bytes, seconds, and shares from 0 to 1; totals since the source began to count; rates since the tick before.</remarks>
internal sealed record MachineReading(DateTimeOffset Time)
{
    /// <summary>Gets the seconds since the process started.</summary>
    public double? Uptime { get; init; }

    /// <summary>Gets the CPU of the process as a share of the CPUs available to it.</summary>
    public double? ServiceCpu { get; init; }

    /// <summary>Gets the CPUs available to the process, container limit included.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Gets the CPU of the machine as a share of all its cores, the process included.</summary>
    public double? SystemCpu { get; init; }

    /// <summary>Gets the logical cores of the machine.</summary>
    public double? Cores { get; init; }

    /// <summary>Gets the physical cores of the machine.</summary>
    public double? PhysicalCores { get; init; }

    /// <summary>Gets the cores that the process keeps busy.</summary>
    public double? CoresUsedByService => ServiceCpu * CpuLimit;

    /// <summary>Gets the cores that the machine keeps busy, the process included.</summary>
    public double? CoresUsed => SystemCpu * Cores;

    /// <summary>Gets the time the container was throttled.</summary>
    public double? ThrottledSeconds { get; init; }

    /// <summary>Gets the memory of the machine.</summary>
    public double? MemoryTotal { get; init; }

    /// <summary>Gets the memory of the machine in use.</summary>
    public double? MemoryUsed { get; init; }

    /// <summary>Gets the memory that could be had without swapping.</summary>
    public double? MemoryAvailable { get; init; }

    /// <summary>Gets the memory charged to the container.</summary>
    public double? ContainerMemory { get; init; }

    /// <summary>Gets the memory limit of the container.</summary>
    public double? ContainerMemoryLimit { get; init; }

    /// <summary>Gets the memory the process may use: the container's limit, else the machine's memory.</summary>
    public double? MemoryLimit => MachineFormulas.MemoryLimit(ContainerMemoryLimit, MemoryTotal);

    /// <summary>Gets the physical memory of the process (RSS).</summary>
    public double? ResidentMemory { get; init; }

    /// <summary>Gets the managed heap after its last collection.</summary>
    public double? Heap { get; init; }

    /// <summary>Gets the memory that the collector holds.</summary>
    public double? HeapCommitted { get; init; }

    /// <summary>Gets the free space between objects after the last collection.</summary>
    public double? HeapFragmentation { get; init; }

    /// <summary>Gets the bytes allocated since the start.</summary>
    public Total Allocated { get; init; }

    /// <summary>Gets the seconds paused by the collector since the start.</summary>
    public Total GcPause { get; init; }

    /// <summary>Gets the collections since the start.</summary>
    public Total Collections { get; init; }

    /// <summary>Gets the swap space in use.</summary>
    public double? SwapUsed { get; init; }

    /// <summary>Gets the free swap space.</summary>
    public double? SwapFree { get; init; }

    /// <summary>Gets the swap space.</summary>
    public double? SwapTotal => SwapUsed + SwapFree;

    /// <summary>Gets the used space of the file system around the working directory.</summary>
    public double? FileSystemUsed { get; init; }

    /// <summary>Gets the free space of that file system.</summary>
    public double? FileSystemFree { get; init; }

    /// <summary>Gets the space of that file system.</summary>
    public double? FileSystemTotal => FileSystemUsed + FileSystemFree;

    /// <summary>Gets the bytes read from the disks of the machine.</summary>
    public Total DiskRead { get; init; }

    /// <summary>Gets the bytes written to the disks of the machine.</summary>
    public Total DiskWritten { get; init; }

    /// <summary>Gets the bytes the process caused to be read from disks.</summary>
    public Total ServiceDiskRead { get; init; }

    /// <summary>Gets the bytes the process caused to be written to disks.</summary>
    public Total ServiceDiskWritten { get; init; }

    /// <summary>Gets the bytes sent by all network interfaces.</summary>
    public Total NetworkSent { get; init; }

    /// <summary>Gets the bytes received by all network interfaces.</summary>
    public Total NetworkReceived { get; init; }

    /// <summary>Gets the load average over 1 minute.</summary>
    public double? Load1 { get; init; }

    /// <summary>Gets the load average over 5 minutes.</summary>
    public double? Load5 { get; init; }

    /// <summary>Gets the load average over 15 minutes.</summary>
    public double? Load15 { get; init; }

    /// <summary>Gets the thread-pool threads.</summary>
    public double? PoolThreads { get; init; }

    /// <summary>Gets the work items waiting for a pool thread.</summary>
    public double? PoolQueue { get; init; }

    /// <summary>Gets the operating system threads of the process.</summary>
    public double? Threads { get; init; }

    /// <summary>Gets the active timers.</summary>
    public double? Timers { get; init; }

    /// <summary>Gets the open files, sockets and other handles.</summary>
    public double? Handles { get; init; }

    /// <summary>Gets the lock contentions since the start.</summary>
    public Total LockContentions { get; init; }

    /// <summary>Gets the exceptions thrown since the start.</summary>
    public Total Exceptions { get; init; }

    /// <summary>Gets the requests in flight.</summary>
    public double? ActiveRequests { get; init; }

    /// <summary>Gets the traced functions in flight.</summary>
    public double? ActiveFunctions { get; init; }

    /// <summary>Gets the work in hand, as <see cref="Query.ActiveWork"/> defines it.</summary>
    public double? ActiveWork => Query.ActiveWork.Of(ActiveRequests, ActiveFunctions, PoolQueue);

    /// <summary>Gets the service's CPU in percent of what is available to it.</summary>
    public double? ServiceCpuPercent => ServiceCpu * 100;

    /// <summary>Gets the machine's CPU in percent.</summary>
    public double? SystemCpuPercent => SystemCpu * 100;

    /// <summary>Gets the service's physical memory in percent of <see cref="MemoryLimit"/>.</summary>
    public double? ServiceMemoryPercent => MachineFormulas.Percent(ResidentMemory, MemoryLimit);

    /// <summary>Gets the machine's memory in use, in percent.</summary>
    public double? SystemMemoryPercent => MachineFormulas.Percent(MemoryUsed, MemoryTotal);

    /// <summary>A cumulative reading.</summary>
    /// <param name="Value">The total; null without a reading.</param>
    /// <param name="Rate">Growth per second since the tick before; null without one.</param>
    internal readonly record struct Total(double? Value, double? Rate);
}
