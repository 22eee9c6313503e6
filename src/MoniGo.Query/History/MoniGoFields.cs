using System.Collections.Frozen;
using System.Collections.Immutable;
using static MoniGo.Query.FieldInputs;

namespace MoniGo.Query;

/// <summary>MoniGo's stored fields by name, with its units, and the topics of its reports.</summary>
/// <remarks>
/// "System" CPU is MoniGo's: the machine without the service. Memory loads are against the container's limit where there is one
/// for the service, and against the machine for the system. What .NET cannot tell is in <see cref="Missing"/> and is skipped.
/// </remarks>
internal sealed class MoniGoFields
{
    private const double Kibibyte = 1024;

    private readonly FrozenDictionary<string, MoniGoField> _byName;

    /// <summary>Makes the map; the health fields are scored against <paramref name="thresholds"/>.</summary>
    public MoniGoFields(HealthThresholds thresholds) =>
        _byName = new[] { Loads, Memory, RawMemory, Traffic, Health(thresholds) }
            .SelectMany(group => group)
            .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Gets every field there is, by name.</summary>
    public IReadOnlyDictionary<string, MoniGoField> ByName => _byName;

    /// <summary>Gets the fields of MoniGo that have no counterpart in .NET, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Missing { get; } = MissingFields.Reasons;

    /// <summary>Gets the six topics of MoniGo's reports with their fields.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Topics { get; } =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["LoadStatistics"] = ["overall_load_of_service", "service_cpu_load", "service_memory_load", "system_cpu_load", "system_memory_load"],
            ["CPUStatistics"] = ["total_cores", "cores_used_by_service", "cores_used_by_system"],
            ["MemoryStatistics"] =
            [
                "total_system_memory", "memory_used_by_system", "memory_used_by_service", "available_memory", "stack_memory_usage", "gc_pause_duration",
            ],
            ["MemoryProfile"] = ["heap_alloc_by_service", "heap_alloc_by_system", "total_alloc_by_service", "total_memory_by_os"],
            ["NetworkIO"] = ["bytes_sent", "bytes_received"],
            ["OverallHealth"] = ["service_health_percent", "system_health_percent"],
        };

    private static MoniGoField[] Loads =>
    [
        new("goroutines", "", [ActiveWork.Requests, ActiveWork.Functions, ActiveWork.Queue], v => ActiveWork.Of(v[0], v[1], v[2])),
        Scaled("service_cpu_load", "%", ServiceCpu, 100),
        new(
            "system_cpu_load",
            "%",
            [SystemCpu, Cores, ServiceCpu, CpuLimit],
            v => MachineFormulas.Percent(MachineFormulas.OtherCores(v[0], v[1], v[2], v[3]), v[1])),
        Scaled("total_cpu_load", "%", SystemCpu, 100),
        new("service_memory_load", "%", [Resident, MemoryLimit, MemoryTotal], v => ServiceMemory(v[0], v[1], v[2])),
        new("system_memory_load", "%", [MemoryUsed, MemoryTotal], v => MachineFormulas.Percent(v[0], v[1])),
        new(
            "overall_load_of_service",
            "%",
            [ServiceCpu, Resident, MemoryLimit, MemoryTotal],
            v => MachineFormulas.OverallLoad(v[0] * 100, ServiceMemory(v[1], v[2], v[3]))),
        new("system_disk_load", "%", [DiskUsed, DiskFree], v => MachineFormulas.Percent(v[0], v[0] + v[1])),
        new("total_disk_size", "bytes", [DiskUsed, DiskFree], v => v[0] + v[1]),
        Scaled("total_cores", "cores", Cores),
        new("cores_used_by_service", "cores", [ServiceCpu, CpuLimit], v => v[0] * v[1]),
        new("cores_used_by_system", "cores", [SystemCpu, Cores, ServiceCpu, CpuLimit], v => MachineFormulas.OtherCores(v[0], v[1], v[2], v[3])),
    ];

    private static MoniGoField[] Memory =>
    [
        Scaled("total_system_memory", "bytes", MemoryTotal),
        Scaled("memory_used_by_system", "bytes", MemoryUsed),
        Scaled("memory_used_by_service", "bytes", Heap),
        Scaled("available_memory", "bytes", MemoryAvailable),
        Scaled("gc_pause_duration", "ms", GcPause, 1e3),
        Scaled("heap_alloc_by_service", "bytes", Heap),
        Scaled("heap_alloc_by_system", "bytes", HeapCommitted),
        Scaled("total_alloc_by_service", "bytes", Allocated),
        Scaled("total_memory_by_os", "bytes", Resident),
    ];

    private static MoniGoField[] RawMemory =>
    [
        Raw("alloc", Heap),
        Raw("total_alloc", Allocated),
        Raw("sys", Resident),
        Raw("heap_alloc", Heap, "HeapAlloc"),
        Raw("heap_sys", HeapCommitted, "HeapSys"),
        Raw("heap_inuse", Heap, "HeapInuse"),
        new("heap_idle", "KiB", [HeapCommitted, Heap], v => (v[0] - v[1]) / Kibibyte is { } idle ? Math.Max(0, idle) : null) { RenamedKey = "HeapIdle" },
        Scaled("pause_total_ns", "ns", GcPause, 1e9) with { RenamedKey = "PauseTotalNs" },
        Scaled("num_gc", "", Collections) with { RenamedKey = "NumGC" },
        new("gc_cpu_fraction", "", [GcPause, Uptime], v => v[1] > 0 ? v[0] / v[1] : null) { RenamedKey = "GCCPUFraction" }, // share of time paused
    ];

    private static MoniGoField[] Traffic =>
    [
        Scaled("bytes_sent", "bytes", Sent),
        Scaled("bytes_received", "bytes", Received),
        Scaled("disk_read_bytes", "bytes", DiskRead),     // MoniGo measures these two and does not store them
        Scaled("disk_write_bytes", "bytes", DiskWritten),
    ];

    /// <summary>Finds the fields of the given names, in their order; unknown and missing ones are skipped.</summary>
    public IReadOnlyList<MoniGoField> Find(IEnumerable<string> names) =>
        [.. from name in names.Distinct(StringComparer.Ordinal)
            let field = _byName.GetValueOrDefault(name)
            where field is not null
            select field];

    private static MoniGoField[] Health(HealthThresholds thresholds) =>
    [
        new(
            "service_health_percent",
            "%",
            [ServiceCpu, Resident, MemoryLimit, MemoryTotal, ActiveWork.Requests, ActiveWork.Functions, ActiveWork.Queue],
            v => Known(HealthScore.Service(v[0] * 100, ServiceMemory(v[1], v[2], v[3]), ActiveWork.Of(v[4], v[5], v[6]), thresholds))),
        new(
            "system_health_percent",
            "%",
            [SystemCpu, MemoryUsed, MemoryTotal],
            v => Known(HealthScore.System(v[0] * 100, MachineFormulas.Percent(v[1], v[2]), thresholds))),
    ];

    // A time without a reading is a gap in the history of health, not an outage.
    private static double? Known(HealthReading reading) => reading.IsKnown ? reading.Percent : null;

    private static double? ServiceMemory(double? resident, double? containerLimit, double? machine) =>
        MachineFormulas.Percent(resident, MachineFormulas.MemoryLimit(containerLimit, machine));

    private static MoniGoField Raw(string name, SeriesQuery bytes, string? renamed = null) =>
        Scaled(name, "KiB", bytes, 1 / Kibibyte) with { RenamedKey = renamed ?? name };

    private static MoniGoField Scaled(string name, string unit, SeriesQuery query, double factor = 1) =>
        new(name, unit, [query], v => v[0] * factor);
}
