using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>A call that is running.</summary>
internal sealed record ActiveCallResponse(
    [property: JsonPropertyName("function")] string Function,
    [property: JsonPropertyName("start")] DateTime Start,
    [property: JsonPropertyName("age_seconds")] double AgeSeconds,
    [property: JsonPropertyName("age")] string Age,
    [property: JsonPropertyName("suspended")] bool IsSuspended,
    [property: JsonPropertyName("thread_id")] int? ThreadId);
