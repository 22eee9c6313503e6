using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET function</c>: every traced function since the process started, by name.</summary>
internal sealed class FunctionsEndpoint
{
    private const double NanosecondsPerSecond = 1e9;
    private readonly SnapshotReply _reply;

    public FunctionsEndpoint(ISnapshotFeed feed) => _reply = new(
        feed, static (latest, _) => Reply.Json(Describe(latest), ApiJson.Default.IReadOnlyDictionaryStringFunctionResponse));

    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(_reply.Read());

    private static Dictionary<string, FunctionResponse> Describe(Snapshot latest) =>
        FunctionTable.Read(latest).ToDictionary(static row => row.Name, Describe, StringComparer.Ordinal);

    private static FunctionResponse Describe(FunctionRow row) => new()
    {
        LastRanAt = row.LastStart?.UtcDateTime,
        MemoryUsage = row is { AllocatedBytes: { } bytes, Calls: > 0 } ? (long)(bytes / row.Calls) : 0,
        MemoryUsageSampled = row.AllocatedBytes is not null,
        GoroutineCount = row.Active,
        ExecutionTime = Nanoseconds(row.LastDuration) ?? 0,
        CallCount = row.Calls,
        ApproximateP50 = Nanoseconds(row.P50) ?? 0,
        ApproximateP95 = Nanoseconds(row.P95) ?? 0,
        PercentilesReliable = row.EnoughCalls,
        Calls = row.Calls,
        Errors = row.Errors,
        ErrorsByType = row.ErrorsByType.ToDictionary(static one => one.Key, static one => one.Value, StringComparer.Ordinal),
        AllocatedBytes = (long?)row.AllocatedBytes,
        InFlight = row.Active,
        P50 = Nanoseconds(row.P50),
        P90 = Nanoseconds(row.P90),
        P95 = Nanoseconds(row.P95),
        P99 = Nanoseconds(row.P99),
        Max = Nanoseconds(row.Max),
        Mean = Nanoseconds(row.Mean),
    };

    private static long? Nanoseconds(double? seconds) => seconds is { } known ? (long)Math.Round(known * NanosecondsPerSecond) : null;
}
