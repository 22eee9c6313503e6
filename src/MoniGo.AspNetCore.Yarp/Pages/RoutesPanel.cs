using MoniGo.Dashboard;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>The routes of the gateway over the range.</summary>
internal static class RoutesPanel
{
    private const int Rows = 50;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "gateway-routes", "Routes",
        [
            new("Route", ColumnKind.Name), new("Cluster", ColumnKind.Word, IsMinor: true), new("attempts/s"), new("failures", ColumnKind.Alarm),
            new("p50 ms", ColumnKind.Minor, IsEstimate: true), new("p95 ms", IsEstimate: true),
        ],
        ReadAsync)
    {
        Order = "busiest first",
        About = "What each route forwarded over the range shown. Of direct forwarding, the route is its template. Percentiles of fewer than 20 attempts are dimmed.",
        Empty = ForwardedPanel.Nothing,
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var rows = await ForwardedRow.ReadAsync(reading, ProxyInstruments.Route, ProxyInstruments.Cluster, cancellationToken);
        return new(rows.Take(Rows).Select(row => Row(row, reading)));
    }

    private static TableRow Row(ForwardedRow row, PanelReading reading) => new(
    [
        row.First,
        row.Second,
        Unit.Write(row.Durations.Count / reading.Range.Length.TotalSeconds),
        Unit.Write(row.Failures),
        row.Quantile(0.5),
        row.Quantile(0.95),
    ])
    {
        Doubt = Doubts.OfFew(row.Durations.Count, "attempts"),
    };
}
