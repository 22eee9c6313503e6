using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Loads in percent; the "system" CPU is MoniGo's, the machine without the service.</summary>
internal sealed record LoadStatistics
{
    [JsonPropertyName("service_cpu_load")]
    public required string ServiceCpuLoad { get; init; }

    [JsonPropertyName("service_cpu_load_percent")]
    public double? ServiceCpuLoadPercent { get; init; }

    [JsonPropertyName("system_cpu_load")]
    public required string SystemCpuLoad { get; init; }

    [JsonPropertyName("system_cpu_load_percent")]
    public double? SystemCpuLoadPercent { get; init; }

    [JsonPropertyName("total_cpu_load")]
    public required string TotalCpuLoad { get; init; }

    [JsonPropertyName("total_cpu_load_percent")]
    public double? TotalCpuLoadPercent { get; init; }

    [JsonPropertyName("service_memory_load")]
    public required string ServiceMemoryLoad { get; init; }

    [JsonPropertyName("service_memory_load_percent")]
    public double? ServiceMemoryLoadPercent { get; init; }

    [JsonPropertyName("system_memory_load")]
    public required string SystemMemoryLoad { get; init; }

    [JsonPropertyName("system_memory_load_percent")]
    public double? SystemMemoryLoadPercent { get; init; }

    [JsonPropertyName("overall_load_of_service")]
    public required string OverallLoadOfService { get; init; }

    [JsonPropertyName("overall_load_of_service_percent")]
    public double? OverallLoadOfServicePercent { get; init; }

    // MoniGo does not measure it and always says so in these words; what the service reads and writes is in disk_io.
    [JsonPropertyName("service_disk_load")]
    public string ServiceDiskLoad => "0%";

    [JsonPropertyName("system_disk_load")]
    public required string SystemDiskLoad { get; init; }

    [JsonPropertyName("system_disk_load_percent")]
    public double? SystemDiskLoadPercent { get; init; }

    [JsonPropertyName("total_memory_load")]
    public required string TotalMemoryLoad { get; init; }

    [JsonPropertyName("total_memory_load_bytes")]
    public double? TotalMemoryLoadBytes { get; init; }

    [JsonPropertyName("total_disk_load")]
    public required string TotalDiskLoad { get; init; }

    [JsonPropertyName("total_disk_load_bytes")]
    public double? TotalDiskLoadBytes { get; init; }
}
