using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The calls of one function that are running now.</summary>
internal static class FunctionRunningPanel
{
    private const int Rows = 10;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "function-running", "Running now",
        [new("Started", ColumnKind.Moment), new("State", ColumnKind.Word), new("for")],
        (reading, _) => new(new TableRows(reading.ActiveCalls.List(Rows, FunctionPage.Of(reading)).Select(Row))))
    {
        Order = "oldest first",
        About = "Calls of this function that have begun and not ended, read at each tick without stopping anything. One that awaits is on no thread.",
        Empty = new("No call is running", "Calls that last longer than a moment appear here."),
        Span = 4,
        EachTick = true,
    };

    private static TableRow Row(ActiveCall call) =>
        new([View.Write(call.Start), RunningCalls.StateOf(call), Unit.WriteDuration(call.Age.TotalSeconds)]);
}
