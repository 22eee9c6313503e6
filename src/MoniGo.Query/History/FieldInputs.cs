using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>The series that MoniGo's fields are read from; one instance each, so that fields share a reading.</summary>
internal static class FieldInputs
{
    public static readonly SeriesQuery ServiceCpu = SeriesQuery.MeanOf(ProcessInstruments.CpuUtilization.Name);
    public static readonly SeriesQuery CpuLimit = SeriesQuery.LastOf(ProcessInstruments.CpuLimit.Name);
    public static readonly SeriesQuery SystemCpu = SeriesQuery.MeanOf(HostInstruments.CpuUtilization.Name);
    public static readonly SeriesQuery Cores = SeriesQuery.LastOf(HostInstruments.CoreCount.Name);
    public static readonly SeriesQuery MemoryTotal = SeriesQuery.LastOf(HostInstruments.MemoryTotal.Name);
    public static readonly SeriesQuery MemoryUsed = SeriesQuery.MeanOf(HostInstruments.MemoryUsed.Name);
    public static readonly SeriesQuery MemoryAvailable = SeriesQuery.MeanOf(HostInstruments.MemoryAvailable.Name);
    public static readonly SeriesQuery MemoryLimit = SeriesQuery.LastOf(HostInstruments.ContainerMemoryLimit.Name);
    public static readonly SeriesQuery Resident = SeriesQuery.MeanOf(ProcessInstruments.MemoryUsage.Name);
    public static readonly SeriesQuery Uptime = SeriesQuery.LastOf(ProcessInstruments.Uptime.Name);
    public static readonly SeriesQuery Heap = SeriesQuery.MeanOf(PlatformInstruments.HeapSize);
    public static readonly SeriesQuery HeapCommitted = SeriesQuery.MeanOf(PlatformInstruments.HeapCommitted);
    public static readonly SeriesQuery Allocated = SeriesQuery.LastOf(PlatformInstruments.Allocated);
    public static readonly SeriesQuery GcPause = SeriesQuery.LastOf(PlatformInstruments.GcPause);
    public static readonly SeriesQuery Collections = SeriesQuery.LastOf(PlatformInstruments.Collections);
    public static readonly SeriesQuery Sent = SeriesQuery.LastOf(HostInstruments.NetworkIo.Name, MachineTags.Transmit);
    public static readonly SeriesQuery Received = SeriesQuery.LastOf(HostInstruments.NetworkIo.Name, MachineTags.Receive);
    public static readonly SeriesQuery DiskRead = SeriesQuery.LastOf(HostInstruments.DiskIo.Name, MachineTags.Read);
    public static readonly SeriesQuery DiskWritten = SeriesQuery.LastOf(HostInstruments.DiskIo.Name, MachineTags.Write);
    public static readonly SeriesQuery DiskUsed = SeriesQuery.LastOf(HostInstruments.FileSystem.Name, MachineTags.FileSystemUsed);
    public static readonly SeriesQuery DiskFree = SeriesQuery.LastOf(HostInstruments.FileSystem.Name, MachineTags.FileSystemFree);
}
