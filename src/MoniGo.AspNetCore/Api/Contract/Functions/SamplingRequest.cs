using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>POST functions/sampling</c> takes, and gives back: 1 in so many calls is looked at closely.</summary>
/// <param name="Name">The function; null for all.</param>
/// <param name="OneIn">From 1, every call, to 1 000 000 000; 0 for none.</param>
internal sealed record SamplingRequest(
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("one_in")] int? OneIn);
