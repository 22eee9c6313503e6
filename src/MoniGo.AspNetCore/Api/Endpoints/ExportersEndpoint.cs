using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET exporters</c>: how each way out of the process is doing.</summary>
internal sealed class ExportersEndpoint(IEnumerable<IExporterStatusSource> sources)
{
    private readonly IExporterStatusSource[] _sources = [.. sources];

    public Task<Reply> HandleAsync(HttpContext context)
    {
        var exporters = Array.ConvertAll(_sources, static source => Describe(source.Status));
        return Task.FromResult(Reply.Json(new ExportersResponse(exporters), ApiJson.Default.ExportersResponse));
    }

    private static ExporterResponse Describe(ExporterStatus status) => new()
    {
        Name = status.Name,
        Kind = status.IsPush ? "push" : "pull",
        State = StateOf(status),
        Total = status.Total,
        LastSuccess = status.LastSuccess?.UtcDateTime,
        LastAttempt = status.IsPush ? status.LastAttempt?.UtcDateTime : null,
        ConsecutiveFailures = status.IsPush ? status.ConsecutiveFailures : null,
        Failures = status.IsPush ? status.Failures : null,
        LastError = status.IsPush ? status.LastError : null,
    };

    // MoniGo's four states: failing is to have never succeeded, retrying to have succeeded once.
    private static string StateOf(ExporterStatus status) => status switch
    {
        { IsPush: true, ConsecutiveFailures: > 0, LastSuccess: null } => "failing",
        { IsPush: true, ConsecutiveFailures: > 0 } => "retrying",
        { LastSuccess: null } => "never",
        _ => "ok",
    };
}
