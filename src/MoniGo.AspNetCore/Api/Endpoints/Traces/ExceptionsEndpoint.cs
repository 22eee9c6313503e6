using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET exceptions</c> and <c>GET exceptions/{id}</c>: the groups of exceptions seen in a range, and one with an example.</summary>
/// <remarks>Query parameters of the list, optional: <c>limit</c> (100; 1 to 1 000), <c>start_time</c> and <c>end_time</c> together (the last day).</remarks>
internal sealed class ExceptionsEndpoint(SeriesEngine engine, IExceptionGroups groups, TimeProvider time)
{
    private static readonly TimeSpan DefaultRange = TimeSpan.FromDays(1);

    public async Task<Reply> ListAsync(HttpContext context)
    {
        if (!QueryParameters.Whole(context, "limit", 100, 1, 1000).Try(out var limit, out var problem)
            || !QueryParameters.Range(context, time, DefaultRange).Try(out var range, out problem))
        {
            return problem;
        }

        var rows = await ExceptionTable.ReadAsync(engine, groups, range, context.RequestAborted);
        return Reply.Json(new ExceptionsResponse([.. rows.Take(limit).Select(Describe)]), ApiJson.Default.ExceptionsResponse);
    }

    public Task<Reply> FindAsync(HttpContext context) => Task.FromResult(
        groups.Find(context.GetRouteValue("id") as string ?? "") is { } group
            ? Reply.Json(ExceptionGroupResponse.InFull(group), ApiJson.Default.ExceptionGroupResponse)
            : Reply.Problem(StatusCodes.Status404NotFound, "There is no group of exceptions with this id, or it had to make room."));

    private static ExceptionGroupResponse Describe(ExceptionRow row) =>
        ExceptionGroupResponse.Of(row.Group) with { CountInRange = row.Count };
}
