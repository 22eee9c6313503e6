using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads the numbers of process, container and machine off two neighbouring snapshots.</summary>
internal sealed class MachineReader
{
    private readonly Snapshot _latest;
    private readonly Snapshot? _previous;

    private MachineReader(Snapshot latest, Snapshot? previous) => (_latest, _previous) = (latest, previous);

    /// <summary>Reads everything; without a previous snapshot there are no rates.</summary>
    public static MachineReading Read(Snapshot latest, Snapshot? previous) => new MachineReader(latest, previous).Read();

    private MachineReading Read() => new(_latest.Time)
    {
        Uptime = Now(ProcessInstruments.Uptime.Name),
        ServiceCpu = Now(ProcessInstruments.CpuUtilization.Name),
        CpuLimit = Now(ProcessInstruments.CpuLimit.Name),
        SystemCpu = Now(HostInstruments.CpuUtilization.Name),
        Cores = Now(HostInstruments.CoreCount.Name),
        PhysicalCores = Now(HostInstruments.PhysicalCoreCount.Name),
        ThrottledSeconds = Now(HostInstruments.ContainerThrottledTime.Name),
        MemoryTotal = Now(HostInstruments.MemoryTotal.Name),
        MemoryUsed = Now(HostInstruments.MemoryUsed.Name),
        MemoryAvailable = Now(HostInstruments.MemoryAvailable.Name),
        ContainerMemory = Now(HostInstruments.ContainerMemoryUsed.Name),
        ContainerMemoryLimit = Now(HostInstruments.ContainerMemoryLimit.Name),
        ResidentMemory = Now(ProcessInstruments.MemoryUsage.Name),
        Heap = Now(PlatformInstruments.HeapSize),
        HeapCommitted = Now(PlatformInstruments.HeapCommitted),
        HeapFragmentation = Now(PlatformInstruments.HeapFragmentation),
        Allocated = Sum(PlatformInstruments.Allocated),
        GcPause = Sum(PlatformInstruments.GcPause),
        Collections = Sum(PlatformInstruments.Collections),
        SwapUsed = Now(HostInstruments.Swap.Name, MachineTags.SwapUsed),
        SwapFree = Now(HostInstruments.Swap.Name, MachineTags.SwapFree),
        FileSystemUsed = Now(HostInstruments.FileSystem.Name, MachineTags.FileSystemUsed),
        FileSystemFree = Now(HostInstruments.FileSystem.Name, MachineTags.FileSystemFree),
        DiskRead = Sum(HostInstruments.DiskIo.Name, MachineTags.Read),
        DiskWritten = Sum(HostInstruments.DiskIo.Name, MachineTags.Write),
        ServiceDiskRead = Sum(ProcessInstruments.DiskIo.Name, MachineTags.Read),
        ServiceDiskWritten = Sum(ProcessInstruments.DiskIo.Name, MachineTags.Write),
        NetworkSent = Sum(HostInstruments.NetworkIo.Name, MachineTags.Transmit),
        NetworkReceived = Sum(HostInstruments.NetworkIo.Name, MachineTags.Receive),
        Load1 = Now(HostInstruments.LoadAverage.Name, MachineTags.Load1),
        Load5 = Now(HostInstruments.LoadAverage.Name, MachineTags.Load5),
        Load15 = Now(HostInstruments.LoadAverage.Name, MachineTags.Load15),
        PoolThreads = Now(PlatformInstruments.PoolThreads),
        PoolQueue = Now(PlatformInstruments.PoolQueue),
        Threads = Now(ProcessInstruments.ThreadCount.Name),
        Timers = Now(PlatformInstruments.Timers),
        Handles = Now(ProcessInstruments.OpenHandles.Name),
        LockContentions = Sum(PlatformInstruments.LockContentions),
        Exceptions = Sum(PlatformInstruments.Exceptions),
        ActiveRequests = Now(PlatformInstruments.ActiveRequests),
        ActiveFunctions = Now(FunctionInstruments.Active.Name),
    };

    private double? Now(string instrument, params ReadOnlySpan<TagMatcher> tags) => Value(SeriesQuery.LastOf(instrument, tags));

    private MachineReading.Total Sum(string instrument, params ReadOnlySpan<TagMatcher> tags) =>
        new(Now(instrument, tags), Value(SeriesQuery.RateOf(instrument, tags)));

    private double? Value(SeriesQuery query) =>
        SeriesEngine.Instant(query, _latest, _previous) is [var only] ? only.Points[0].Value : null;
}
