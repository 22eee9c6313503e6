using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One tier of the store in <c>GET service-info</c>: its ticks, or their roll-up.</summary>
internal sealed record TierResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("step_seconds")] double StepSeconds,
    [property: JsonPropertyName("retention_seconds")] double RetentionSeconds,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("segments")] int Segments,
    [property: JsonPropertyName("oldest")] DateTime? Oldest);
