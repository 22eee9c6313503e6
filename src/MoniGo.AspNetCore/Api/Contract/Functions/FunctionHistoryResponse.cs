using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET functions/history</c> answers: one function over a range, in steps; steps without a measurement are left out.</summary>
internal sealed record FunctionHistoryResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("step_seconds")] double StepSeconds,
    [property: JsonPropertyName("points")] IReadOnlyList<FunctionPointResponse> Points);
