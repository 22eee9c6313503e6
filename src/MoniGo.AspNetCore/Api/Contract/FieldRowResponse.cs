using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One moment of <c>service-metrics</c> and <c>reports</c>: the fields that have a value then.</summary>
internal sealed record FieldRowResponse(
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("value")] IReadOnlyDictionary<string, double> Value);
