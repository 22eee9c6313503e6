using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET active-calls</c> answers, oldest first.</summary>
internal sealed record ActiveCallsResponse([property: JsonPropertyName("calls")] IReadOnlyList<ActiveCallResponse> Calls);
