using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One line of the application's log.</summary>
internal sealed record LogLineResponse(
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("level")] string Level,
    [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("message")] string Message);
