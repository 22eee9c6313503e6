using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET function</c>: every traced function since the process started, by name.</summary>
/// <remarks>Query parameters, both optional: <c>limit</c> (1 to 10 000) for a page in the order of names, <c>after</c> for the name before it.</remarks>
internal sealed class FunctionEndpoint
{
    private const double NanosecondsPerSecond = 1e9;
    private const int MostOfAPage = 10_000;

    private readonly ISnapshotFeed _feed;
    private readonly SnapshotReply _all;

    public FunctionEndpoint(ISnapshotFeed feed) =>
        (_feed, _all) = (feed, new(feed, static (latest, _) => Describe(FunctionTable.Read(latest))));

    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(Answer(context, context.Request.Query["after"].ToString()));

    private Reply Answer(HttpContext context, string after)
    {
        const int none = 0;
        if (!QueryParameters.Whole(context, "limit", none, 1, MostOfAPage).Try(out var limit, out var problem))
            return problem;

        if ((limit == none && after.Length == 0) || _feed.Latest is not { } latest)
            return _all.Read();

        return Describe(FunctionTable.Read(latest)
            .Where(row => string.CompareOrdinal(row.Name, after) > 0)
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .Take(limit == none ? MostOfAPage : limit));
    }

    private static Reply Describe(IEnumerable<FunctionRow> rows) => Reply.Json(
        rows.ToDictionary(static row => row.Name, Describe, StringComparer.Ordinal), ApiJson.Default.IReadOnlyDictionaryStringFunctionResponse);

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
        Total = Nanoseconds(row.TotalSeconds) ?? 0,
        Self = Nanoseconds(row.SelfSeconds),
        Attributed = Nanoseconds(row.AttributedSeconds),
    };

    private static long? Nanoseconds(double? seconds) => seconds is { } known ? (long)Math.Round(known * NanosecondsPerSecond) : null;
}
