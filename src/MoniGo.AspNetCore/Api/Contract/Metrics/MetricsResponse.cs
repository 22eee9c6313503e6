using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET metrics</c> answers: the process and its machine at the latest tick.</summary>
/// <remarks>Texts carry their unit, as in MoniGo; beside each stands its number. A number without a reading is absent, its text <c>n/a</c>.</remarks>
internal sealed record MetricsResponse
{
    [JsonPropertyName("core_statistics")]
    public required CoreStatistics CoreStatistics { get; init; }

    [JsonPropertyName("load_statistics")]
    public required LoadStatistics LoadStatistics { get; init; }

    [JsonPropertyName("cpu_statistics")]
    public required CpuStatistics CpuStatistics { get; init; }

    [JsonPropertyName("memory_statistics")]
    public required MemoryStatistics MemoryStatistics { get; init; }

    [JsonPropertyName("heap_alloc_by_service")]
    public required string HeapAllocByService { get; init; }

    [JsonPropertyName("heap_alloc_by_service_bytes")]
    public double? HeapAllocByServiceBytes { get; init; }

    [JsonPropertyName("heap_alloc_by_system")]
    public required string HeapAllocBySystem { get; init; }

    [JsonPropertyName("heap_alloc_by_system_bytes")]
    public double? HeapAllocBySystemBytes { get; init; }

    [JsonPropertyName("total_alloc_by_service")]
    public required string TotalAllocByService { get; init; }

    [JsonPropertyName("total_alloc_by_service_bytes")]
    public double? TotalAllocByServiceBytes { get; init; }

    [JsonPropertyName("total_memory_by_os")]
    public required string TotalMemoryByOs { get; init; }

    [JsonPropertyName("total_memory_by_os_bytes")]
    public double? TotalMemoryByOsBytes { get; init; }

    [JsonPropertyName("disk_io")]
    public required DiskIo DiskIo { get; init; }

    [JsonPropertyName("network_io")]
    public required NetworkIo NetworkIo { get; init; }

    [JsonPropertyName("health")]
    public required HealthPair Health { get; init; }

    [JsonPropertyName("goroutine_leak_report")]
    public required LeakReportResponse GoroutineLeakReport { get; init; }

    [JsonPropertyName("time")]
    public required DateTime Time { get; init; }

    [JsonPropertyName("sequence")]
    public required long Sequence { get; init; }
}
