using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET traces</c> answers, newest first.</summary>
internal sealed record TracesResponse([property: JsonPropertyName("traces")] IReadOnlyList<TraceSummaryResponse> Traces);
