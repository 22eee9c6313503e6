using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Exporters;

/// <summary>The five names that MoniGo for Go exports, read from our instruments so that its dashboards and alerts keep working.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>name</term><description>what it is here</description></listheader>
/// <item><term><c>monigo_cpu_usage_percent</c></term><description>CPU in use on the machine, 0 to 100 (the Go library leaves its own share out)</description></item>
/// <item><term><c>monigo_memory_usage_bytes</c></term><description>memory of the machine in use</description></item>
/// <item><term><c>monigo_goroutines_count</c></term><description>active work: requests and traced calls in flight, and queued pool work</description></item>
/// <item><term><c>monigo_disk_read_bytes_total</c>, <c>monigo_disk_write_bytes_total</c></term><description>bytes read from and written to all disks of the machine</description></item>
/// </list>
/// A name whose instrument has no reading is left out.
/// </remarks>
internal static class MoniGoNames
{
    private static readonly InstrumentInfo Cpu = new(
        "monigo.cpu.usage", InstrumentKind.Gauge, "%", "CPU in use on the machine. Alias of system_cpu_utilization_ratio.");

    private static readonly InstrumentInfo Memory = new(
        "monigo.memory.usage", InstrumentKind.Gauge, "By", "Memory of the machine in use. Alias of monigo_system_memory_used_bytes.");

    private static readonly InstrumentInfo Goroutines = new(
        "monigo.goroutines.count", InstrumentKind.Gauge, "", "Active work: requests and traced calls in flight, and queued pool work.");

    private static readonly InstrumentInfo DiskRead = new(
        "monigo.disk.read", InstrumentKind.Counter, "By", "Bytes read from all disks of the machine. Alias of system_disk_io_bytes_total.");

    private static readonly InstrumentInfo DiskWrite = new(
        "monigo.disk.write", InstrumentKind.Counter, "By", "Bytes written to all disks of the machine. Alias of system_disk_io_bytes_total.");

    /// <summary>Reads the aliases that a snapshot has numbers for.</summary>
    public static SampleFamily[] Of(Snapshot snapshot)
    {
        var machine = MachineReader.Read(snapshot, previous: null);
        var families = new List<SampleFamily>(5);
        Add(families, Cpu, machine.SystemCpuPercent);
        Add(families, Memory, machine.MemoryUsed);
        Add(families, Goroutines, machine.ActiveWork);
        Add(families, DiskRead, machine.DiskRead.Value);
        Add(families, DiskWrite, machine.DiskWritten.Value);
        return [.. families];
    }

    private static void Add(List<SampleFamily> families, InstrumentInfo instrument, double? value)
    {
        if (value is { } known)
            families.Add(new(instrument, [new(new(instrument), known)]));
    }
}
