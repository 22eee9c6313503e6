namespace MoniGo.Signals;

/// <summary>What MoniGo reads of the machine and the container around the process.</summary>
/// <remarks>Names follow OpenTelemetry's system conventions where they have one.</remarks>
public static class HostInstruments
{
    /// <summary>Gets the CPU share of the whole machine over the last tick, from 0 to 1.</summary>
    public static InstrumentInfo CpuUtilization { get; } = new(
        "system.cpu.utilization", InstrumentKind.Gauge, "1", "CPU in use on the machine since the last tick, as a share of all its cores.");

    /// <summary>Gets the CPU share of each core over the last tick; tag <c>cpu.logical_number</c>.</summary>
    public static InstrumentInfo CoreUtilization { get; } = new(
        "monigo.system.core.utilization", InstrumentKind.Gauge, "1", "CPU in use on one core since the last tick.");

    /// <summary>Gets the number of logical cores of the machine.</summary>
    public static InstrumentInfo CoreCount { get; } = new(
        "system.cpu.logical.count", InstrumentKind.Gauge, "{cpu}", "Logical cores of the machine.");

    /// <summary>Gets the number of physical cores of the machine.</summary>
    public static InstrumentInfo PhysicalCoreCount { get; } = new(
        "system.cpu.physical.count", InstrumentKind.Gauge, "{cpu}", "Physical cores of the machine.");

    /// <summary>Gets the memory of the machine that is in use.</summary>
    public static InstrumentInfo MemoryUsed { get; } = new(
        "monigo.system.memory.used", InstrumentKind.Gauge, "By", "Memory of the machine in use: total less available.");

    /// <summary>Gets the memory that could be had without swapping.</summary>
    public static InstrumentInfo MemoryAvailable { get; } = new(
        "system.linux.memory.available", InstrumentKind.Gauge, "By", "Memory that could be had without swapping.");

    /// <summary>Gets the memory of the machine.</summary>
    public static InstrumentInfo MemoryTotal { get; } = new(
        "system.memory.limit", InstrumentKind.Gauge, "By", "Memory of the machine.");

    /// <summary>Gets the swap space; tag <c>system.paging.state</c> is <c>used</c> or <c>free</c>.</summary>
    public static InstrumentInfo Swap { get; } = new(
        "system.paging.usage", InstrumentKind.Gauge, "By", "Swap space by state.");

    /// <summary>Gets the bytes read from and written to disks; tags <c>disk.io.direction</c> and <c>system.device</c>.</summary>
    public static InstrumentInfo DiskIo { get; } = new(
        "system.disk.io", InstrumentKind.Counter, "By", "Bytes read from and written to the disks of the machine.");

    /// <summary>Gets the bytes sent and received; tags <c>network.io.direction</c> and <c>network.interface.name</c>.</summary>
    public static InstrumentInfo NetworkIo { get; } = new(
        "system.network.io", InstrumentKind.Counter, "By", "Bytes received and transmitted by the network interfaces the process sees.");

    /// <summary>Gets the file system that holds the working directory; tag <c>system.filesystem.state</c> is <c>used</c> or <c>free</c>.</summary>
    public static InstrumentInfo FileSystem { get; } = new(
        "system.filesystem.usage", InstrumentKind.Gauge, "By", "Space of the file system that holds the working directory.");

    /// <summary>Gets the load average; tag <c>period</c> is <c>1m</c>, <c>5m</c> or <c>15m</c>.</summary>
    public static InstrumentInfo LoadAverage { get; } = new(
        "monigo.system.load_average", InstrumentKind.Gauge, "{thread}", "Runnable threads of the machine, averaged.");

    /// <summary>Gets the memory charged to the container.</summary>
    public static InstrumentInfo ContainerMemoryUsed { get; } = new(
        "container.memory.usage", InstrumentKind.Gauge, "By", "Memory charged to the container.");

    /// <summary>Gets the memory limit of the container; absent without a limit.</summary>
    public static InstrumentInfo ContainerMemoryLimit { get; } = new(
        "monigo.container.memory.limit", InstrumentKind.Gauge, "By", "Memory limit of the container.");

    /// <summary>Gets the CPU limit of the container; absent without a limit.</summary>
    public static InstrumentInfo ContainerCpuLimit { get; } = new(
        "monigo.container.cpu.limit", InstrumentKind.Gauge, "{cpu}", "CPU limit of the container.");

    /// <summary>Gets the time the container was kept from running by its CPU limit.</summary>
    public static InstrumentInfo ContainerThrottledTime { get; } = new(
        "monigo.container.cpu.throttled.time", InstrumentKind.Counter, "s", "Time the container wanted to run and its CPU limit forbade it.");
}
