using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET functions</c>: one page of the functions called in a range.</summary>
/// <remarks>
/// Query parameters, all optional: <c>search</c> (part of the name), <c>sort</c> (p95), <c>ascending</c> (false), <c>page</c> (1),
/// <c>size</c> (100; 1 to 500), <c>start_time</c> and <c>end_time</c> together (the last hour).
/// </remarks>
internal sealed class FunctionsEndpoint(SeriesEngine engine, ISnapshotFeed feed, TimeProvider time)
{
    private const int MostPages = 1_000_000;

    private static readonly TimeSpan DefaultRange = TimeSpan.FromHours(1);

    public async Task<Reply> HandleAsync(HttpContext context)
    {
        if (!QueryParameters.Word(context, "sort", FunctionOrder.P95).Try(out var order, out var problem)
            || !QueryParameters.Flag(context, "ascending").Try(out var ascending, out problem)
            || !QueryParameters.Whole(context, "page", 1, 1, MostPages).Try(out var page, out problem)
            || !QueryParameters.Whole(context, "size", 100, 1, 500).Try(out var size, out problem)
            || !QueryParameters.Range(context, time, DefaultRange).Try(out var range, out problem))
        {
            return problem;
        }

        var query = new FunctionQuery(order, !ascending, context.Request.Query["search"].ToString(), page, size) { Step = Steps.For(range, feed.Interval) };
        var found = await FunctionList.ReadAsync(engine, range, query, feed.Latest, context.RequestAborted);
        return Reply.Json(
            new FunctionsResponse(found.Total, found.First, [.. found.Rows.Select(FunctionRowResponse.Of)]), ApiJson.Default.FunctionsResponse);
    }
}
