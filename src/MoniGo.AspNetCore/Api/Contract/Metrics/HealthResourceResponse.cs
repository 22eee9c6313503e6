using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One resource that counts for health: what is in use, what is allowed, and the share of the allowance in percent.</summary>
internal sealed record HealthResourceResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("usage")] double? Usage,
    [property: JsonPropertyName("limit")] double Limit,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("allowance_percent")] double? AllowancePercent);
