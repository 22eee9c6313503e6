using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>POST service-metrics</c>: the history of any of MoniGo's fields.</summary>
internal sealed class ServiceMetricsEndpoint(MoniGoFields fields, FieldHistory history)
{
    // MoniGo has 45 fields; more names than that are no honest question.
    private const int MostFields = 100;

    public async Task<Reply> HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context, ApiJson.Default.SeriesRequest);
        if (!body.Try(out var request, out var problem))
            return problem;

        if (request.FieldNames is not { Length: <= MostFields } names)
            return Reply.BadRequest($"field_name must be a list of at most {MostFields} names of fields.");

        if (!RangeParameters.Read(request.StartTime, request.EndTime).Try(out var range, out problem))
            return problem;

        var rows = await history.ReadAsync(fields.Find(names.OfType<string>()), range, context.RequestAborted);
        return FieldRows.Json(rows, static field => field.RenamedKey);
    }
}
