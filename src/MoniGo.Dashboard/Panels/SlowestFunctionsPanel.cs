using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The traced functions that take longest, by their 95th percentile over the range.</summary>
internal static class SlowestFunctionsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "slowest-functions", "Slowest functions",
        [
            new("Function", ColumnKind.Name), new("calls"), new("errors", ColumnKind.Alarm),
            new("p50 ms", ColumnKind.Minor), new("p95 ms"), new("max ms", ColumnKind.Minor),
        ],
        ReadAsync)
    {
        About = "Traced functions with the highest 95th percentile over the range shown. Errors are calls that ended with an exception.",
        Empty = new("No traced functions yet", "Put [MoniGoTrace] on a method or an endpoint, or call it through Trace(…)."),
    };

    private static async ValueTask<ImmutableArray<ImmutableArray<string>>> ReadAsync(
        PanelReading reading, CancellationToken cancellationToken)
    {
        var functions = new Dictionary<string, RangeTotal>(StringComparer.Ordinal);
        var calls = RangeTotals.ReadAsync(reading, FunctionInstruments.Duration.Name, cancellationToken);
        await foreach (var (tags, total) in calls.WithCancellation(cancellationToken))
        {
            var name = tags[FunctionInstruments.Function] ?? "";
            functions[name] = functions.GetValueOrDefault(name, RangeTotal.None).Plus(total, failed: false);
        }

        var errors = RangeTotals.ReadAsync(reading, FunctionInstruments.Errors.Name, cancellationToken);
        await foreach (var (tags, total) in errors.WithCancellation(cancellationToken))
        {
            if (functions.TryGetValue(tags[FunctionInstruments.Function] ?? "", out var function))
                functions[tags[FunctionInstruments.Function] ?? ""] = function with { Failed = function.Failed + total.Count };
        }

        return
        [
            .. functions
                .Where(function => function.Value.Count > 0)
                .OrderByDescending(function => function.Value.Quantile(0.95))
                .Take(Rows)
                .Select(function => ImmutableArray.Create(
                    function.Key,
                    Unit.Write(function.Value.Count),
                    Unit.Write(function.Value.Failed),
                    Unit.Write(function.Value.Quantile(0.5) * 1000),
                    Unit.Write(function.Value.Quantile(0.95) * 1000),
                    Unit.Write(function.Value.Max * 1000))),
        ];
    }
}
