using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET background-services</c> answers, in the order of their registration.</summary>
internal sealed record BackgroundServicesResponse(
    [property: JsonPropertyName("services")] IReadOnlyList<BackgroundServiceResponse> Services);
