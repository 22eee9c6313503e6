using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET service-info</c> answers: MoniGo's fields first, then our own.</summary>
internal sealed record ServiceInfoResponse
{
    [JsonPropertyName("service_name")]
    public required string ServiceName { get; init; }

    [JsonPropertyName("service_start_time")]
    public required DateTime ServiceStartTime { get; init; }

    // MoniGo's name for the run time's version; here it is .NET's.
    [JsonPropertyName("go_version")]
    public required string GoVersion { get; init; }

    [JsonPropertyName("process_id")]
    public required int ProcessId { get; init; }

    [JsonPropertyName("retention_period")]
    public required string RetentionPeriod { get; init; }

    [JsonPropertyName("storage_type")]
    public required string StorageType { get; init; }

    // Absent for the memory store, as in MoniGo.
    [JsonPropertyName("storage_on_disk")]
    public string? StorageOnDisk { get; init; }

    [JsonPropertyName("retention_seconds")]
    public required double RetentionSeconds { get; init; }

    [JsonPropertyName("storage_bytes")]
    public required long StorageBytes { get; init; }

    [JsonPropertyName("storage_capacity_bytes")]
    public required long StorageCapacityBytes { get; init; }

    [JsonPropertyName("storage_problem")]
    public string? StorageProblem { get; init; }

    [JsonPropertyName("oldest_sample_time")]
    public DateTime? OldestSampleTime { get; init; }

    // Absent where nothing is on disk, and so are sync and last_sync.
    [JsonPropertyName("directory")]
    public string? Directory { get; init; }

    [JsonPropertyName("sync")]
    public string? Sync { get; init; }

    [JsonPropertyName("last_sync")]
    public DateTime? LastSync { get; init; }

    [JsonPropertyName("tiers")]
    public required IReadOnlyList<TierResponse> Tiers { get; init; }

    [JsonPropertyName("live_series")]
    public required int LiveSeries { get; init; }

    [JsonPropertyName("head_bytes")]
    public required long HeadBytes { get; init; }

    [JsonPropertyName("log_bytes")]
    public required long LogBytes { get; init; }

    [JsonPropertyName("write_failures")]
    public required long WriteFailures { get; init; }

    [JsonPropertyName("damaged")]
    public required long Damaged { get; init; }

    [JsonPropertyName("last_damage")]
    public string? LastDamage { get; init; }

    [JsonPropertyName("tick_seconds")]
    public required double TickSeconds { get; init; }

    [JsonPropertyName("runtime_version")]
    public required string RuntimeVersion { get; init; }

    [JsonPropertyName("gc_mode")]
    public required string GcMode { get; init; }

    [JsonPropertyName("library_version")]
    public required string LibraryVersion { get; init; }

    [JsonPropertyName("service_version")]
    public required string ServiceVersion { get; init; }

    [JsonPropertyName("environment")]
    public required string Environment { get; init; }

    [JsonPropertyName("host_name")]
    public required string HostName { get; init; }

    [JsonPropertyName("instance_id")]
    public required string InstanceId { get; init; }
}
