using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>The health of the machine and of the service.</summary>
internal sealed record HealthPair(
    [property: JsonPropertyName("system_health")] HealthResponse SystemHealth,
    [property: JsonPropertyName("service_health")] HealthResponse ServiceHealth);
