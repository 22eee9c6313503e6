using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>The traced functions that take longest, by their 95th percentile over the range.</summary>
internal static class SlowestFunctionsPanel
{
    private static readonly FunctionQuery Slowest = new(FunctionOrder.P95, Descending: true, Search: "", Page: 1, PageSize: 8);

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "slowest-functions", "Slowest functions",
        [
            new("Function", ColumnKind.Function), new("calls"), new("errors", ColumnKind.Alarm),
            new("p50 ms", ColumnKind.Minor, IsEstimate: true), new("p95 ms", IsEstimate: true), new("max ms", ColumnKind.Minor),
        ],
        ReadAsync)
    {
        Order = "by p95, over the range",
        About = "Traced functions with the highest 95th percentile over the range shown. Errors are calls that ended with an exception. "
            + "Percentiles of fewer than 20 calls are dimmed.",
        Empty = new("No traced functions yet", "Put [MoniGoTrace] on an endpoint or a method, or call any work through IMoniGoTracer.Trace."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken) =>
        new((await FunctionList.ReadAsync(reading.Engine, reading.Range, Slowest with { Step = reading.Grid.Step }, null, cancellationToken)).Rows.Select(Row));

    private static TableRow Row(FunctionRow function) => new(
        [
            FunctionPage.Link(function.Name),
            Unit.Write(function.Calls),
            Unit.Write(function.Errors),
            Unit.Write(function.P50 * 1000),
            Unit.Write(function.P95 * 1000),
            Unit.Write(function.Max * 1000),
        ])
    {
        Doubt = Doubts.OfFew(function.Calls, "calls"),
    };
}
