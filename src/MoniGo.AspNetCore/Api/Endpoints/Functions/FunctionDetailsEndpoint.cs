using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET function-details</c>: the profiles of one function as text.</summary>
/// <remarks>Query parameters: <c>name</c>, and <c>reportType</c> as text (default), traces or tree.</remarks>
internal sealed class FunctionDetailsEndpoint(ISnapshotFeed feed)
{
    private const string NoCpuProfile = "No CPU profile: profiling is not part of this version.";
    private const string NoMemoryProfile = "No memory profile: profiling is not part of this version.";
    private const string NoSource = "No annotated source: profiling is not part of this version.";

    public Task<Reply> HandleAsync(HttpContext context) =>
        Task.FromResult(Answer(context.Request.Query["name"], context.Request.Query["reportType"]));

    private Reply Answer(string? name, string? reportType)
    {
        if (string.IsNullOrEmpty(name))
            return Reply.BadRequest("name is missing; it must be the name of a traced function, as 'function' lists them.");

        if (!string.IsNullOrEmpty(reportType) && reportType is not ("text" or "traces" or "tree"))
            return Reply.BadRequest("reportType must be text, traces or tree, or be left out.");

        return IsTraced(name)
            ? Reply.Json(new(name, new(NoCpuProfile, NoMemoryProfile), NoSource), ApiJson.Default.FunctionDetailsResponse)
            : Reply.Problem(StatusCodes.Status404NotFound, "Function not found: no call of a traced function of this name is known.");
    }

    private bool IsTraced(string name)
    {
        foreach (var sample in feed.Latest?.Find(FunctionInstruments.Duration.Name)?.Samples ?? [])
        {
            if (string.Equals(sample.Series.Tags[FunctionInstruments.Function], name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
