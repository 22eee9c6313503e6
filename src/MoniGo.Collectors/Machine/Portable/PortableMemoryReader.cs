using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads memory and cores where there is no <c>/proc</c>.</summary>
/// <remarks>The machine's memory is what the garbage collector saw at its last collection; before the first there is none.</remarks>
internal sealed class PortableMemoryReader : ISnapshotSource
{
    private static readonly SeriesKey ProcessKey = new(ProcessInstruments.MemoryUsage);
    private static readonly SeriesKey TotalKey = new(HostInstruments.MemoryTotal);
    private static readonly SeriesKey UsedKey = new(HostInstruments.MemoryUsed);
    private static readonly SeriesKey CoresKey = new(HostInstruments.CoreCount);

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        builder.Add(ProcessKey, Environment.WorkingSet);
        builder.Add(CoresKey, Environment.ProcessorCount);
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        if (memory.MemoryLoadBytes <= 0)
            return;

        builder.Add(TotalKey, memory.TotalAvailableMemoryBytes);
        builder.Add(UsedKey, memory.MemoryLoadBytes);
    }
}
