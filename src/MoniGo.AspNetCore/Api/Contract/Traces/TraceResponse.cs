using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET traces/{id}</c> answers: the kept spans by start time.</summary>
internal sealed record TraceResponse(
    [property: JsonPropertyName("trace_id")] string TraceId,
    [property: JsonPropertyName("spans")] IReadOnlyList<SpanResponse> Spans);
