using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>MoniGo's leak report; without stack capture there is nothing to group, and it says so.</summary>
internal sealed record LeakReportResponse
{
    [JsonPropertyName("total_goroutines")]
    public required long TotalGoroutines { get; init; }

    [JsonPropertyName("stale_goroutines")]
    public long StaleGoroutines { get; init; }

    [JsonPropertyName("growing_groups")]
    public long GrowingGroups { get; init; }

    [JsonPropertyName("leak_suspected")]
    public bool LeakSuspected { get; init; }

    [JsonPropertyName("message")]
    public string Message { get; init; } = "Stack capture is not part of this version.";

    // MoniGo's default since 1.5.
    [JsonPropertyName("stale_threshold_minutes")]
    public long StaleThresholdMinutes { get; init; } = 30;

    [JsonPropertyName("snapshots_retained")]
    public long SnapshotsRetained { get; init; }

    // MoniGo's window of growth.
    [JsonPropertyName("snapshots_required")]
    public long SnapshotsRequired { get; init; } = 5;

    [JsonPropertyName("suspicious_groups")]
    public IReadOnlyList<string> SuspiciousGroups { get; init; } = [];

    [JsonPropertyName("groups")]
    public IReadOnlyList<string> Groups { get; init; } = [];

    [JsonPropertyName("groups_total")]
    public long GroupsTotal { get; init; }
}
