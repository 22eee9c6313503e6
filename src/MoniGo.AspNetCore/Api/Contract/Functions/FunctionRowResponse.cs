using System.Text.Json.Serialization;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>One function of <c>GET functions</c> over a range; times in seconds, absent where nothing was measured.</summary>
internal sealed record FunctionRowResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("calls")] long Calls,
    [property: JsonPropertyName("calls_per_second")] double? Rate,
    [property: JsonPropertyName("enough_calls")] bool EnoughCalls,
    [property: JsonPropertyName("errors")] long Errors,
    [property: JsonPropertyName("errors_by_type")] IReadOnlyDictionary<string, long> ErrorsByType,
    [property: JsonPropertyName("in_flight")] long InFlight,
    [property: JsonPropertyName("p50_seconds")] double? P50,
    [property: JsonPropertyName("p90_seconds")] double? P90,
    [property: JsonPropertyName("p95_seconds")] double? P95,
    [property: JsonPropertyName("p99_seconds")] double? P99,
    [property: JsonPropertyName("max_seconds")] double? Max,
    [property: JsonPropertyName("mean_seconds")] double? Mean,
    [property: JsonPropertyName("total_seconds")] double Total,
    [property: JsonPropertyName("self_seconds")] double? Self,
    [property: JsonPropertyName("self_share")] double? SelfShare,
    [property: JsonPropertyName("allocated_bytes")] double? Allocated,
    [property: JsonPropertyName("allocated_bytes_per_call")] double? AllocatedPerCall,
    [property: JsonPropertyName("trend_calls_per_second")] IReadOnlyList<double?> Trend)
{
    /// <summary>Describes a function.</summary>
    public static FunctionRowResponse Of(FunctionRow row) => new(
        row.Name,
        row.Calls,
        row.Rate,
        row.EnoughCalls,
        row.Errors,
        row.ErrorsByType.ToDictionary(static one => one.Key, static one => one.Value, StringComparer.Ordinal),
        row.Active,
        row.P50,
        row.P90,
        row.P95,
        row.P99,
        row.Max,
        row.Mean,
        row.TotalSeconds,
        row.SelfSeconds,
        row.OwnShare,
        row.AllocatedBytes,
        row.AllocatedPerCall,
        row.Trend);
}
