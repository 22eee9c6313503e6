using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>POST reports</c>: the history of the fields of one topic.</summary>
internal sealed class ReportsEndpoint(MoniGoFields fields, FieldHistory history)
{
    public async Task<Reply> HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context, ApiJson.Default.ReportRequest);
        if (!body.Try(out var request, out var problem))
            return problem;

        if (!MoniGoFields.Topics.TryGetValue(request.Topic ?? "", out var names))
            return Reply.BadRequest($"Unknown topic: topic must be one of {string.Join(", ", MoniGoFields.Topics.Keys)}.");

        if (!RangeParameters.Read(request.StartTime, request.EndTime).Try(out var range, out problem))
            return problem;

        var rows = await history.ReadAsync(fields.Find(names), range, context.RequestAborted);
        return FieldRows.Json(rows, static field => field.Name);
    }
}
