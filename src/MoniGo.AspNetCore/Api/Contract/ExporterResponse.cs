using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>How one exporter is doing; a pull exporter has no facts about failures, and times not yet known are absent.</summary>
internal sealed record ExporterResponse
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    [JsonPropertyName("state")]
    public required string State { get; init; }

    [JsonPropertyName("total")]
    public required long Total { get; init; }

    [JsonPropertyName("last_success")]
    public DateTime? LastSuccess { get; init; }

    [JsonPropertyName("last_attempt")]
    public DateTime? LastAttempt { get; init; }

    [JsonPropertyName("consecutive_failures")]
    public long? ConsecutiveFailures { get; init; }

    [JsonPropertyName("failures")]
    public long? Failures { get; init; }

    [JsonPropertyName("last_error")]
    public string? LastError { get; init; }
}
