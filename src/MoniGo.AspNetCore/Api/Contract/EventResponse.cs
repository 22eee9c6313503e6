using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One entry of the event log.</summary>
internal sealed record EventResponse(
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("actor")] string Actor,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("detail")] string Detail);
