using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One exception of a group, as it was.</summary>
internal sealed record ExceptionExampleResponse(
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("where")] string Where,
    [property: JsonPropertyName("trace_id")] string? TraceId);
