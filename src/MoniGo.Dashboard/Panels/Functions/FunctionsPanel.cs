using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Every traced function, sorted and searched.</summary>
internal static class FunctionsPanel
{
    private static readonly Dictionary<string, FunctionOrder> Orders = new(StringComparer.Ordinal)
    {
        ["name"] = FunctionOrder.Name,
        ["calls"] = FunctionOrder.Calls,
        ["errors"] = FunctionOrder.Errors,
        ["p50"] = FunctionOrder.P50,
        ["p95"] = FunctionOrder.P95,
        ["p99"] = FunctionOrder.P99,
        ["max"] = FunctionOrder.Max,
        ["total"] = FunctionOrder.Total,
        ["own"] = FunctionOrder.Own,
        ["allocated"] = FunctionOrder.Allocated,
        ["active"] = FunctionOrder.Active,
    };

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "functions", "Traced functions",
        [
            new("Function", ColumnKind.Function) { SortKey = "name" },
            new("calls") { SortKey = "calls" },
            new("Trend", ColumnKind.Trend, IsMinor: true),
            new("/s", ColumnKind.Minor) { IsExtra = true },
            new("errors", ColumnKind.Alarm) { SortKey = "errors" },
            new("p50 ms", ColumnKind.Minor, IsEstimate: true) { IsExtra = true, SortKey = "p50" },
            new("p95 ms", IsEstimate: true) { SortKey = "p95" },
            new("p99 ms", ColumnKind.Minor, IsEstimate: true) { IsExtra = true, SortKey = "p99" },
            new("max ms", ColumnKind.Minor) { IsExtra = true, SortKey = "max" },
            new("total s", ColumnKind.Minor) { IsExtra = true, SortKey = "total" },
            new("own %", ColumnKind.Minor) { SortKey = "own" },
            new("KB/call", ColumnKind.Minor) { IsExtra = true, SortKey = "allocated" },
            new("running", ColumnKind.Minor) { SortKey = "active" },
        ],
        ReadAsync)
    {
        Order = "over the range",
        About = "Traced functions that were called in the range shown or are running. The trend is of calls. Own is the share of their time outside the traced functions they "
            + "called, of the calls where that is known; allocation is of synchronous calls, spread over all. Percentiles of fewer than 20 calls are dimmed. "
            + "Of very many functions the lightest share one history, (other).",
        Empty = new("No traced functions yet", "Put [MoniGoTrace] on an endpoint or a method, or call any work through IMoniGoTracer.Trace."),
        Span = 12,
        List = new("-p95", "Find a function") { PageSize = 25 },
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var (listing, latest) = (reading.Listing, reading.IsLive ? reading.Latest : null);
        var query = new FunctionQuery(Orders[listing.Key], listing.IsDescending, listing.Search, listing.Page, reading.PageSize) { Step = reading.Grid.Step };
        var page = await FunctionList.ReadAsync(reading.Engine, reading.Range, query, latest, cancellationToken);
        return new(page.Rows.Select(Row)) { First = page.First, Total = page.Total };
    }

    private static TableRow Row(FunctionRow function) => new(
        [
            FunctionPage.Link(function.Name),
            Unit.Write(function.Calls),
            Trend.Write(function.Trend),
            Unit.Write(function.Rate),
            Unit.Write(function.Errors),
            Unit.Write(function.P50 * 1000),
            Unit.Write(function.P95 * 1000),
            Unit.Write(function.P99 * 1000),
            Unit.Write(function.Max * 1000),
            Unit.Write(function.TotalSeconds),
            Unit.Write(function.OwnShare * 100),
            Unit.Write(function is { AllocatedBytes: 0, OwnShare: null } ? null : function.AllocatedPerCall / 1024),
            Unit.Write(function.Active),
        ])
    {
        Doubt = function.Calls == 0 ? null : Doubts.OfFew(function.Calls, "calls"),
    };
}
