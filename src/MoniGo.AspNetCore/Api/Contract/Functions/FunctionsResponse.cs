using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET functions</c> answers: a page of the functions that match.</summary>
/// <param name="Total">How many match.</param>
/// <param name="First">Place of the first one here among them, from 1.</param>
/// <param name="Functions">The functions of the page.</param>
internal sealed record FunctionsResponse(
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("first")] int First,
    [property: JsonPropertyName("functions")] IReadOnlyList<FunctionRowResponse> Functions);
