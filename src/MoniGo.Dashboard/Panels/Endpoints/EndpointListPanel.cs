using System.Collections.Immutable;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>All endpoints by route and method: how often, how well and how fast they answer.</summary>
internal static class EndpointListPanel
{
    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "endpoints", "Endpoints",
        [
            new("Route", ColumnKind.Name) { SortKey = "route" },
            new("Method", ColumnKind.Word) { SortKey = "method" },
            new("Trend", ColumnKind.Trend, IsMinor: true) { IsExtra = true },
            new("req/s") { SortKey = "rate" },
            new("2xx", IsMinor: true) { SortKey = "2xx" },
            new("3xx", IsMinor: true) { SortKey = "3xx", IsExtra = true },
            new("4xx", IsMinor: true) { SortKey = "4xx" },
            new("5xx", ColumnKind.Alarm) { SortKey = "5xx" },
            new("p50 ms", IsEstimate: true, IsMinor: true) { SortKey = "p50" },
            new("p95 ms", IsEstimate: true) { SortKey = "p95" },
            new("p99 ms", IsEstimate: true, IsMinor: true) { SortKey = "p99", IsExtra = true },
            new("time %", IsMinor: true) { SortKey = "time" },
        ],
        ReadAsync)
    {
        Order = "over the range",
        Span = 12,
        List = new("-time", "Find a route"),
        About = "Requests by route template and method, as ASP.NET Core measures them. Trend is requests per second. "
            + "Time is the share of the time of all requests: what is worth making faster. Percentiles of fewer than 20 requests are dimmed.",
        Empty = new("No requests yet", "Each route appears here with its first request."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var endpoints = await EndpointTable.ReadAsync(reading.Engine, reading.Range, cancellationToken);
        var trends = await TrendsAsync(reading, cancellationToken);
        return TableRows.Of(endpoints, reading, endpoint => $"{endpoint.Method} {endpoint.Route}", SortBy, endpoint => Row(endpoint, reading.Grid.SpreadSum(trends[(endpoint.Route, endpoint.Method)])));
    }

    private static async ValueTask<ILookup<(string Route, string Method), SeriesPoint>> TrendsAsync(
        PanelReading reading, CancellationToken cancellationToken)
    {
        var query = SeriesQuery.RateOf(PlatformInstruments.RequestDuration) with { GroupBy = [PlatformInstruments.Route, PlatformInstruments.Method] };
        var lines = await reading.RangeAsync(query, cancellationToken);
        return (from line in lines
                where !line.IsRest
                from point in line.Points
                select (Endpoint: (EndpointTable.RouteOf(line.Values[0]), line.Values[1]), Point: point))
            .ToLookup(pair => pair.Endpoint, pair => pair.Point);
    }

    private static TableRow Row(EndpointRow endpoint, ImmutableArray<double?> trend) => new(
        [
            new(endpoint.Route, EndpointPage.To((endpoint.Route, endpoint.Method))),
            endpoint.Method,
            Trend.Write(trend),
            Unit.Write(endpoint.Rate),
            Unit.Write(endpoint.Successes),
            Unit.Write(endpoint.Redirects),
            Unit.Write(endpoint.ClientErrors),
            Unit.Write(endpoint.ServerErrors),
            Unit.Write(endpoint.P50 * 1000),
            Unit.Write(endpoint.P95 * 1000),
            Unit.Write(endpoint.P99 * 1000),
            Unit.Write(endpoint.TimeShare * 100),
        ])
    {
        Doubt = Doubts.OfFew(endpoint.Requests, "requests"),
    };

    private static Func<EndpointRow, IComparable?> SortBy(string key) => key switch
    {
        "route" => endpoint => endpoint.Route,
        "method" => endpoint => endpoint.Method,
        "rate" => endpoint => endpoint.Rate,
        "2xx" => endpoint => endpoint.Successes,
        "3xx" => endpoint => endpoint.Redirects,
        "4xx" => endpoint => endpoint.ClientErrors,
        "5xx" => endpoint => endpoint.ServerErrors,
        "p50" => endpoint => endpoint.P50,
        "p95" => endpoint => endpoint.P95,
        "p99" => endpoint => endpoint.P99,
        _ => endpoint => endpoint.TimeShare,
    };
}
