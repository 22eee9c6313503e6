using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>The endpoints that take longest, by their 95th percentile over the range.</summary>
internal static class SlowestEndpointsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "slowest-endpoints", "Slowest endpoints",
        [
            new("Route", ColumnKind.Name), new("Method", ColumnKind.Word), new("req/s"), new("errors", ColumnKind.Alarm),
            new("p50 ms", ColumnKind.Minor, IsEstimate: true), new("p95 ms", IsEstimate: true),
        ],
        ReadAsync)
    {
        Order = "by p95, over the range",
        About = "Routes with the highest 95th percentile over the range shown. Errors are answers with a status of 500 or above. "
            + "Percentiles of fewer than 20 requests are dimmed.",
        Empty = new("No requests yet", "Each route appears here with its first request."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var endpoints = await EndpointTable.ReadAsync(reading.Engine, reading.Range, cancellationToken);
        return new(endpoints.OrderByDescending(endpoint => endpoint.P95).Take(Rows).Select(Row));
    }

    private static TableRow Row(EndpointRow endpoint) => new(
        [
            new Cell(endpoint.Route, EndpointPage.To((endpoint.Route, endpoint.Method))),
            endpoint.Method,
            Unit.Write(endpoint.Rate),
            Unit.Write(endpoint.Errors),
            Unit.Write(endpoint.P50 * 1000),
            Unit.Write(endpoint.P95 * 1000),
        ])
    {
        Doubt = Doubts.OfFew(endpoint.Requests, "requests"),
    };
}
