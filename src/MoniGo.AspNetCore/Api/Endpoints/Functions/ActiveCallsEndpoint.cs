using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET active-calls</c>: the calls of traced functions that are running, oldest first.</summary>
/// <remarks>Query parameters, both optional: <c>function</c> (exact name), <c>limit</c> (100; 1 to 1 000).</remarks>
internal sealed class ActiveCallsEndpoint(IActiveCalls calls)
{
    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(Answer(context));

    private Reply Answer(HttpContext context)
    {
        if (!QueryParameters.Whole(context, "limit", 100, 1, 1000).Try(out var limit, out var problem))
            return problem;

        var function = context.Request.Query["function"].ToString();
        var running = calls.List(limit, function.Length == 0 ? null : function);
        return Reply.Json(new ActiveCallsResponse([.. running.Select(Describe)]), ApiJson.Default.ActiveCallsResponse);
    }

    private static ActiveCallResponse Describe(ActiveCall call) => new(
        call.Function, call.Start.UtcDateTime, call.Age.TotalSeconds, ReadableText.Duration(call.Age.TotalSeconds), call.IsSuspended, call.ThreadId);
}
