using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Memory of the machine and of the managed heap.</summary>
internal sealed record MemoryStatistics
{
    [JsonPropertyName("total_system_memory")]
    public required string TotalSystemMemory { get; init; }

    [JsonPropertyName("total_system_memory_bytes")]
    public double? TotalSystemMemoryBytes { get; init; }

    [JsonPropertyName("memory_used_by_system")]
    public required string MemoryUsedBySystem { get; init; }

    [JsonPropertyName("memory_used_by_system_bytes")]
    public double? MemoryUsedBySystemBytes { get; init; }

    [JsonPropertyName("memory_used_by_service")]
    public required string MemoryUsedByService { get; init; }

    [JsonPropertyName("memory_used_by_service_bytes")]
    public double? MemoryUsedByServiceBytes { get; init; }

    [JsonPropertyName("available_memory")]
    public required string AvailableMemory { get; init; }

    [JsonPropertyName("available_memory_bytes")]
    public double? AvailableMemoryBytes { get; init; }

    [JsonPropertyName("stack_memory_usage")]
    public required string StackMemoryUsage { get; init; }

    [JsonPropertyName("stack_memory_usage_bytes")]
    public double? StackMemoryUsageBytes { get; init; }

    [JsonPropertyName("total_swap_memory")]
    public required string TotalSwapMemory { get; init; }

    [JsonPropertyName("total_swap_memory_bytes")]
    public double? TotalSwapMemoryBytes { get; init; }

    [JsonPropertyName("free_swap_memory")]
    public required string FreeSwapMemory { get; init; }

    [JsonPropertyName("free_swap_memory_bytes")]
    public double? FreeSwapMemoryBytes { get; init; }

    [JsonPropertyName("gc_pause_duration")]
    public required string GcPauseDuration { get; init; }

    [JsonPropertyName("gc_pause_duration_ms")]
    public double? GcPauseDurationMs { get; init; }

    [JsonPropertyName("resident_memory_bytes")]
    public double? ResidentMemoryBytes { get; init; }

    [JsonPropertyName("mem_stats_records")]
    public required IReadOnlyList<MemoryRecord> MemStatsRecords { get; init; }

    [JsonPropertyName("raw_mem_stats_records")]
    public required IReadOnlyList<RawMemoryRecord> RawMemStatsRecords { get; init; }
}
