using System.Text.Json.Serialization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>One kept span with its log lines.</summary>
internal sealed record SpanResponse(
    [property: JsonPropertyName("span_id")] string SpanId,
    [property: JsonPropertyName("parent_id")] string? ParentId,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("start")] DateTime Start,
    [property: JsonPropertyName("duration_seconds")] double DurationSeconds,
    [property: JsonPropertyName("duration")] string Duration,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("tags")] IReadOnlyDictionary<string, string> Tags,
    [property: JsonPropertyName("log_lines")] IReadOnlyList<LogLineResponse> Lines)
{
    /// <summary>Describes a span.</summary>
    public static SpanResponse Of(Span span) => new(
        span.SpanId,
        span.ParentId,
        span.Name,
        span.Start.UtcDateTime,
        span.Duration.TotalSeconds,
        ReadableText.Milliseconds(span.Duration.TotalSeconds),
        span.Error,
        span.Tags.ToDictionary(StringComparer.Ordinal),
        span.Lines.IsDefault ? [] : [.. span.Lines.Select(static line => new LogLineResponse(line.Time.UtcDateTime, line.Level, line.Category, line.Message))]);
}
