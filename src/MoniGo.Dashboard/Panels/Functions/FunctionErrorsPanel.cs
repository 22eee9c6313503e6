using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What a function's failed calls ended with.</summary>
internal static class FunctionErrorsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "function-error-types", "Errors by type",
        [new("Exception", ColumnKind.Name), new("calls", ColumnKind.Alarm), new("share %")],
        ReadAsync)
    {
        Order = "over the range",
        About = "Calls of the range that ended with an exception, by its type. A type leads to the latest group of such exceptions, with an example and its stack.",
        Empty = new("No call failed", "None of the range ended with an exception."),
        Span = 4,
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var totals = await reading.Engine.TotalsAsync(reading.Select(FunctionInstruments.Errors.Name), reading.Range, cancellationToken);
        var failed = totals.Where(total => total.Increase > 0).OrderByDescending(total => total.Increase).ToList();
        var (all, groups) = (failed.Sum(total => total.Increase), reading.Exceptions.List());
        return new(failed.Take(Rows).Select(total => Row(total, all, groups, FunctionPage.Of(reading))));
    }

    private static TableRow Row(SeriesTotal total, double all, IReadOnlyList<ExceptionGroup> groups, string function)
    {
        var type = total.Series.Tags[FunctionInstruments.ErrorType] ?? "";
        return new([new Cell(type, LikelyGroup.To(groups, type, function)), Unit.Write(total.Increase), Unit.Write(total.Increase * 100 / all)]);
    }
}
