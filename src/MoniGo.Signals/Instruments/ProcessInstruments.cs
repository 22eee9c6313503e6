namespace MoniGo.Signals;

/// <summary>What MoniGo reads of its own process and .NET does not publish.</summary>
/// <remarks>Names follow OpenTelemetry's process conventions where they have one.</remarks>
public static class ProcessInstruments
{
    /// <summary>Gets the CPU share over the last tick, from 0 to 1 of all CPUs available to the process.</summary>
    public static InstrumentInfo CpuUtilization { get; } = new(
        "process.cpu.utilization", InstrumentKind.Gauge, "1", "CPU used since the last tick, as a share of the CPUs available to the process.");

    /// <summary>Gets the number of CPUs available to the process, container limit included.</summary>
    public static InstrumentInfo CpuLimit { get; } = new(
        "monigo.process.cpu.limit", InstrumentKind.Gauge, "{cpu}", "CPUs available to the process, container limit included.");

    /// <summary>Gets the resident memory of the process.</summary>
    public static InstrumentInfo MemoryUsage { get; } = new(
        "process.memory.usage", InstrumentKind.Gauge, "By", "Physical memory in use by the process (RSS).");

    /// <summary>Gets the bytes the process caused to be read from and written to disks; tag <c>disk.io.direction</c>.</summary>
    public static InstrumentInfo DiskIo { get; } = new(
        "process.disk.io", InstrumentKind.Counter, "By", "Bytes the process caused to be read from and written to disks.");

    /// <summary>Gets the number of open files, sockets and other handles.</summary>
    public static InstrumentInfo OpenHandles { get; } = new(
        "process.unix.file_descriptor.count", InstrumentKind.Gauge, "{file_descriptor}", "Open file descriptors (Windows: handles) of the process.");

    /// <summary>Gets the number of operating system threads.</summary>
    public static InstrumentInfo ThreadCount { get; } = new(
        "process.thread.count", InstrumentKind.Gauge, "{thread}", "Operating system threads of the process.");

    /// <summary>Gets the seconds since the process started.</summary>
    public static InstrumentInfo Uptime { get; } = new(
        "process.uptime", InstrumentKind.Gauge, "s", "Time since the process started.");
}
