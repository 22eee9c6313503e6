using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET traces</c> and <c>GET traces/{id}</c>: the kept traces, and one with its spans and log lines.</summary>
/// <remarks>
/// Query parameters of the list, all optional: <c>name</c> (exact name of the first span), <c>errors</c> (true for failed ones),
/// <c>min_seconds</c> (0 to 3 600), <c>limit</c> (100; 1 to 1 000), <c>start_time</c> and <c>end_time</c> together (the last hour).
/// </remarks>
internal sealed class TracesEndpoint(ISpanStore spans, TimeProvider time)
{
    private const int IdLength = 32;

    private static readonly TimeSpan DefaultRange = TimeSpan.FromHours(1);
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public async Task<Reply> ListAsync(HttpContext context)
    {
        if (!QueryParameters.Flag(context, "errors").Try(out var errors, out var problem)
            || !QueryParameters.Seconds(context, "min_seconds", 3600).Try(out var atLeast, out problem)
            || !QueryParameters.Whole(context, "limit", 100, 1, TraceList.Most).Try(out var limit, out problem)
            || !QueryParameters.Range(context, time, DefaultRange).Try(out var range, out problem))
        {
            return problem;
        }

        var name = context.Request.Query["name"].ToString();
        var filter = new TraceFilter { AtLeast = atLeast, OnlyFailed = errors };
        var traces = await TraceList.ReadAsync(spans, filter, range, context.RequestAborted);
        var named = traces.Where(trace => name.Length == 0 || string.Equals(trace.First.Name, name, StringComparison.Ordinal));
        return Reply.Json(new TracesResponse([.. named.Take(limit).Select(Describe)]), ApiJson.Default.TracesResponse);
    }

    public async Task<Reply> FindAsync(HttpContext context)
    {
        var id = context.GetRouteValue("id") as string ?? "";
        if (id.Length != IdLength || id.AsSpan().ContainsAnyExcept(Hex))
            return Reply.BadRequest($"The id of a trace has {IdLength} lower-case hex digits.");

        var trace = await spans.GetTraceAsync(id, context.RequestAborted);
        return trace.Count > 0
            ? Reply.Json(new TraceResponse(id, [.. trace.Select(SpanResponse.Of)]), ApiJson.Default.TraceResponse)
            : Reply.Problem(StatusCodes.Status404NotFound, "No span of this trace is kept, or it had to make room.");
    }

    private static TraceSummaryResponse Describe(TraceSummary trace) => new(
        trace.First.TraceId,
        trace.First.Name,
        trace.First.Start.UtcDateTime,
        trace.First.Duration.TotalSeconds,
        ReadableText.Milliseconds(trace.First.Duration.TotalSeconds),
        trace.First.Error,
        trace.Spans,
        trace.Failed,
        trace.Lines);
}
