using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MoniGo.Dashboard;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>POST functions/sampling</c>: sets how often calls of one function, or of all, are looked at closely.</summary>
internal sealed partial class SamplingEndpoint(IMoniGoTracer tracer, IEventLog events, TimeProvider time, ILogger<SamplingEndpoint> logger)
{
    public async Task<Reply> HandleAsync(HttpContext context)
    {
        if (!(await RequestBody.ReadAsync(context, ApiJson.Default.SamplingRequest)).Try(out var request, out var problem))
            return problem;

        if (request.OneIn is not (>= 0 and <= TraceSettings.MaxSamplingRate and var oneIn))
            return Reply.BadRequest($"one_in must be a whole number from 0, for none, to {TraceSettings.MaxSamplingRate}.");

        if (request.Name is "")
            return Reply.BadRequest("name must be the name of a function, or null for all.");

        Set(request.Name, oneIn);
        await AuditAsync(new(
            time.GetUtcNow(),
            EventKind.Audit,
            context.User.Identity?.Name ?? "",
            "function.sampling",
            request.Name ?? "all functions",
            string.Create(CultureInfo.InvariantCulture, $"1 in {oneIn}")));
        return Reply.Json(request, ApiJson.Default.SamplingRequest);
    }

    private void Set(string? name, int oneIn)
    {
        if (name is null)
            tracer.SetSamplingRate(oneIn);
        else
            tracer.SetSamplingRate(name, oneIn);
    }

    // It has been done: a log that fails must not answer that it has not.
    private async Task AuditAsync(EventEntry entry)
    {
        try
        {
            await events.AppendAsync(entry);
        }
        catch (Exception failure)
        {
            LogNotAudited(logger, failure, entry.Action, entry.Subject);
        }
    }

    [LoggerMessage(211, LogLevel.Error, "The audit entry {Action} on {Subject} could not be kept.")]
    private static partial void LogNotAudited(ILogger logger, Exception failure, string action, string subject);
}
