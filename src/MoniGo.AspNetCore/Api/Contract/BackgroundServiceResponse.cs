using System.Text.Json.Serialization;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>One hosted service.</summary>
internal sealed record BackgroundServiceResponse(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("since")] DateTime Since,
    [property: JsonPropertyName("why")] string? Why,
    [property: JsonPropertyName("exception_id")] string? ExceptionGroup)
{
    /// <summary>Describes a service.</summary>
    public static BackgroundServiceResponse Of(BackgroundServiceStatus service) => new(
        service.Name, service.State.ToString().ToLowerInvariant(), service.Since.UtcDateTime, service.Why, service.ExceptionGroup);
}
