using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>The body of <c>POST service-metrics</c>; further fields, such as MoniGo's <c>timerange</c>, are ignored.</summary>
internal sealed record SeriesRequest(
    [property: JsonPropertyName("field_name")] string?[]? FieldNames,
    [property: JsonPropertyName("start_time")] string? StartTime,
    [property: JsonPropertyName("end_time")] string? EndTime);
