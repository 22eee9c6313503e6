using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET events</c>: who did what, newest first.</summary>
/// <remarks>Query parameters, all optional: <c>kind</c> (audit, lifecycle, deploy, health), <c>limit</c> (1 to 1 000), <c>start_time</c> and <c>end_time</c> together.</remarks>
internal sealed class EventsEndpoint(IEventLog events, TimeProvider time)
{
    private const int DefaultLimit = 100;
    private const int MostEntries = 1000;

    public async Task<Reply> HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!TryReadKind(query["kind"], out var kind))
            return Reply.BadRequest("kind must be audit, lifecycle, deploy or health, or be left out.");

        if (!QueryParameters.Whole(context, "limit", DefaultLimit, 1, MostEntries).Try(out var limit, out var problem)
            || !QueryParameters.Range(context, time, time.GetUtcNow() - DateTimeOffset.UnixEpoch).Try(out var range, out problem))
        {
            return problem;
        }

        var entries = await events.ReadAsync(range, kind, limit, context.RequestAborted);
        return Reply.Json(new EventsResponse([.. entries.Select(Describe)]), ApiJson.Default.EventsResponse);
    }

    private static bool TryReadKind(string? text, out EventKind? kind)
    {
        kind = text switch
        {
            "audit" => EventKind.Audit,
            "lifecycle" => EventKind.Lifecycle,
            "deploy" => EventKind.Deploy,
            "health" => EventKind.Health,
            _ => null,
        };
        return kind is not null || text is null;
    }

    private static EventResponse Describe(EventEntry entry) => new(
        entry.Time.UtcDateTime, KindOf(entry.Kind), entry.Actor, entry.Action, entry.Subject, entry.Detail);

    private static string KindOf(EventKind kind) => kind switch
    {
        EventKind.Audit => "audit",
        EventKind.Deploy => "deploy",
        EventKind.Health => "health",
        _ => "lifecycle",
    };
}
