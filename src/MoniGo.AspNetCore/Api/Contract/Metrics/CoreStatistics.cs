using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>Active work and uptime.</summary>
internal sealed record CoreStatistics(
    [property: JsonPropertyName("goroutines")] long Goroutines,
    [property: JsonPropertyName("uptime")] string Uptime,
    [property: JsonPropertyName("uptime_seconds")] double? UptimeSeconds,
    [property: JsonPropertyName("requests_in_flight")] double? RequestsInFlight,
    [property: JsonPropertyName("functions_in_flight")] double? FunctionsInFlight,
    [property: JsonPropertyName("thread_pool_queue_length")] double? ThreadPoolQueueLength,
    [property: JsonPropertyName("thread_pool_threads")] double? ThreadPoolThreads,
    [property: JsonPropertyName("os_threads")] double? OsThreads,
    [property: JsonPropertyName("timers")] double? Timers);
