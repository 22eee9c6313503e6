using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET functions/history</c>: how often a function was called over a range, how it ended and how long it took.</summary>
/// <remarks>Query parameters: <c>name</c>; optional <c>start_time</c> and <c>end_time</c> together (the last hour). At most 600 points.</remarks>
internal sealed class FunctionHistoryEndpoint(SeriesEngine engine, ISnapshotFeed feed, TimeProvider time)
{
    private static readonly TimeSpan DefaultRange = TimeSpan.FromHours(1);

    public async Task<Reply> HandleAsync(HttpContext context)
    {
        var name = context.Request.Query["name"].ToString();
        if (name.Length == 0)
            return Reply.BadRequest("name is missing; it must be the name of a traced function, as 'functions' lists them.");

        if (!QueryParameters.Range(context, time, DefaultRange).Try(out var range, out var problem))
            return problem;

        var step = Steps.For(range, feed.Interval);
        var points = await ReadAsync(new(FunctionInstruments.Function, name), range, step, context.RequestAborted);
        return Reply.Json(new FunctionHistoryResponse(name, step.TotalSeconds, points), ApiJson.Default.FunctionHistoryResponse);
    }

    private async Task<IReadOnlyList<FunctionPointResponse>> ReadAsync(TagMatcher function, TimeRange range, TimeSpan step, CancellationToken stop)
    {
        var duration = FunctionInstruments.Duration.Name;
        var calls = await LineAsync(SeriesQuery.RateOf(duration, function));
        var errors = await LineAsync(SeriesQuery.RateOf(FunctionInstruments.Errors.Name, function));
        var p50 = await LineAsync(SeriesQuery.QuantileOf(duration, 0.5, function));
        var p95 = await LineAsync(SeriesQuery.QuantileOf(duration, 0.95, function));
        var p99 = await LineAsync(SeriesQuery.QuantileOf(duration, 0.99, function));
        return
        [
            .. from point in calls
               orderby point.Key
               select new FunctionPointResponse(
                   point.Key.UtcDateTime, point.Value, At(errors, point.Key) ?? 0, At(p50, point.Key), At(p95, point.Key), At(p99, point.Key)),
        ];

        async Task<Dictionary<DateTimeOffset, double>> LineAsync(SeriesQuery query) =>
            (await engine.RangeAsync(query, range, step, stop)).SelectMany(line => line.Points).ToDictionary(point => point.Time, point => point.Value);
    }

    private static double? At(Dictionary<DateTimeOffset, double> line, DateTimeOffset time) =>
        line.TryGetValue(time, out var value) && double.IsFinite(value) ? value : null;
}
