using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>One traced function of <c>GET function</c>: MoniGo's fields first, then our own; times in nanoseconds.</summary>
internal sealed record FunctionResponse
{
    [JsonPropertyName("function_last_ran_at")]
    public DateTime? LastRanAt { get; init; }

    // Paths of the server are nobody's business; MoniGo's two fields stay and are empty.
    [JsonPropertyName("cpu_profile_file_path")]
    public string CpuProfileFilePath => "";

    [JsonPropertyName("mem_profile_file_path")]
    public string MemProfileFilePath => "";

    // Bytes of the average synchronous call; MoniGo gives those of its last sampled one.
    [JsonPropertyName("memory_usage")]
    public required long MemoryUsage { get; init; }

    [JsonPropertyName("memory_usage_sampled")]
    public required bool MemoryUsageSampled { get; init; }

    [JsonPropertyName("goroutine_count")]
    public required long GoroutineCount { get; init; }

    [JsonPropertyName("execution_time")]
    public required long ExecutionTime { get; init; }

    [JsonPropertyName("call_count")]
    public required long CallCount { get; init; }

    [JsonPropertyName("approximate_p50")]
    public required long ApproximateP50 { get; init; }

    [JsonPropertyName("approximate_p95")]
    public required long ApproximateP95 { get; init; }

    [JsonPropertyName("percentiles_reliable")]
    public required bool PercentilesReliable { get; init; }

    [JsonPropertyName("calls")]
    public required long Calls { get; init; }

    [JsonPropertyName("errors")]
    public required long Errors { get; init; }

    [JsonPropertyName("errors_by_type")]
    public required IReadOnlyDictionary<string, long> ErrorsByType { get; init; }

    [JsonPropertyName("allocated_bytes")]
    public long? AllocatedBytes { get; init; }

    [JsonPropertyName("in_flight")]
    public required long InFlight { get; init; }

    [JsonPropertyName("p50_ns")]
    public long? P50 { get; init; }

    [JsonPropertyName("p90_ns")]
    public long? P90 { get; init; }

    [JsonPropertyName("p95_ns")]
    public long? P95 { get; init; }

    [JsonPropertyName("p99_ns")]
    public long? P99 { get; init; }

    [JsonPropertyName("max_ns")]
    public long? Max { get; init; }

    [JsonPropertyName("mean_ns")]
    public long? Mean { get; init; }

    [JsonPropertyName("total_ns")]
    public required long Total { get; init; }

    // Outside the traced functions it called, of the calls of which that is known; those took attributed_ns.
    [JsonPropertyName("self_ns")]
    public long? Self { get; init; }

    [JsonPropertyName("attributed_ns")]
    public long? Attributed { get; init; }
}
