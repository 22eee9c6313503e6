using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Remembers which meter was first to use an instrument's name, because a snapshot has one family per name.</summary>
/// <remarks>
/// A name stays with its owner for the life of the process, so a series keeps its tags when meters come and go.
/// What MoniGo reads itself owns its names from the start. Not thread-safe.
/// </remarks>
/// <param name="limit">Most names remembered: a program that makes up names in a loop must not take the memory with it.</param>
internal sealed class InstrumentNames(int limit)
{
    // The names that MoniGo's own readers use.
    private static readonly InstrumentInfo[] Own =
    [
        ProcessInstruments.CpuUtilization, ProcessInstruments.CpuLimit, ProcessInstruments.MemoryUsage, ProcessInstruments.DiskIo,
        ProcessInstruments.OpenHandles, ProcessInstruments.ThreadCount, ProcessInstruments.Uptime,
        HostInstruments.CpuUtilization, HostInstruments.CoreUtilization, HostInstruments.CoreCount, HostInstruments.PhysicalCoreCount,
        HostInstruments.MemoryUsed, HostInstruments.MemoryAvailable, HostInstruments.MemoryTotal, HostInstruments.Swap,
        HostInstruments.DiskIo, HostInstruments.NetworkIo, HostInstruments.FileSystem, HostInstruments.LoadAverage,
        HostInstruments.ContainerMemoryUsed, HostInstruments.ContainerMemoryLimit, HostInstruments.ContainerCpuLimit,
        HostInstruments.ContainerThrottledTime,
    ];

    private readonly Dictionary<string, InstrumentInfo> _owners = Own.ToDictionary(instrument => instrument.Name, StringComparer.Ordinal);

    /// <summary>Gets the owner of an instrument's name, which becomes the instrument's own when nobody had it; null when there are too many.</summary>
    public InstrumentInfo? OwnerOf(InstrumentInfo instrument)
    {
        if (_owners.TryGetValue(instrument.Name, out var owner))
            return owner;

        if (_owners.Count >= limit)
            return null;

        _owners.Add(instrument.Name, instrument);
        return instrument;
    }
}
