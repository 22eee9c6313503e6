using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET events</c> answers, newest first.</summary>
internal sealed record EventsResponse(
    [property: JsonPropertyName("events")] IReadOnlyList<EventResponse> Events);
