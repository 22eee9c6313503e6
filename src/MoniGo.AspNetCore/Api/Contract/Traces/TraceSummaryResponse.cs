using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One kept trace, by its first kept span.</summary>
internal sealed record TraceSummaryResponse(
    [property: JsonPropertyName("trace_id")] string TraceId,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("start")] DateTime Start,
    [property: JsonPropertyName("duration_seconds")] double DurationSeconds,
    [property: JsonPropertyName("duration")] string Duration,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("spans")] int Spans,
    [property: JsonPropertyName("failed_spans")] int Failed,
    [property: JsonPropertyName("log_lines")] int Lines);
