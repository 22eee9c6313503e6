using System.Text.Json.Serialization;

namespace MoniGo.AspNetCore;

/// <summary>What a function did in one step; percentiles are absent where nothing was called.</summary>
/// <param name="Time">End of the step.</param>
/// <param name="Calls">Calls per second.</param>
/// <param name="Errors">Failed calls per second.</param>
/// <param name="P50">Median duration, in seconds.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
internal sealed record FunctionPointResponse(
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("calls_per_second")] double Calls,
    [property: JsonPropertyName("errors_per_second")] double Errors,
    [property: JsonPropertyName("p50_seconds")] double? P50,
    [property: JsonPropertyName("p95_seconds")] double? P95,
    [property: JsonPropertyName("p99_seconds")] double? P99);
