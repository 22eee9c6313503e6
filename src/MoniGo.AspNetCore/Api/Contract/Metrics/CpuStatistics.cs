using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Cores there are and cores in use; percentages are of all cores of the machine.</summary>
internal sealed record CpuStatistics
{
    [JsonPropertyName("total_cores")]
    public double? TotalCores { get; init; }

    [JsonPropertyName("total_logical_cores")]
    public double? TotalLogicalCores { get; init; }

    [JsonPropertyName("cores_used_by_system")]
    public double? CoresUsedBySystem { get; init; }

    [JsonPropertyName("cores_used_by_service")]
    public double? CoresUsedByService { get; init; }

    [JsonPropertyName("cores_used_by_service_in_percent")]
    public required string CoresUsedByServiceInPercent { get; init; }

    [JsonPropertyName("cores_used_by_service_percent")]
    public double? CoresUsedByServicePercent { get; init; }

    [JsonPropertyName("cores_used_by_system_in_percent")]
    public required string CoresUsedBySystemInPercent { get; init; }

    [JsonPropertyName("cores_used_by_system_percent")]
    public double? CoresUsedBySystemPercent { get; init; }

    [JsonPropertyName("cores_available_to_service")]
    public double? CoresAvailableToService { get; init; }
}
