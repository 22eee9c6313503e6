using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What <c>GET go-routines-stats</c> answers: MoniGo's fields first, then what .NET has in place of goroutines.</summary>
internal sealed record GoroutinesResponse
{
    [JsonPropertyName("number_of_goroutines")]
    public required long NumberOfGoroutines { get; init; }

    [JsonPropertyName("stack_view")]
    public IReadOnlyList<string> StackView { get; init; } = [];

    [JsonPropertyName("leak_report")]
    public required LeakReportResponse LeakReport { get; init; }

    [JsonPropertyName("requests_in_flight")]
    public double? RequestsInFlight { get; init; }

    [JsonPropertyName("functions_in_flight")]
    public double? FunctionsInFlight { get; init; }

    [JsonPropertyName("thread_pool_queue_length")]
    public double? ThreadPoolQueueLength { get; init; }

    [JsonPropertyName("thread_pool_threads")]
    public double? ThreadPoolThreads { get; init; }

    [JsonPropertyName("os_threads")]
    public double? OsThreads { get; init; }

    [JsonPropertyName("timers")]
    public double? Timers { get; init; }
}
