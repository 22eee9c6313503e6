using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The calls of traced functions that are running now.</summary>
internal static class RunningCallsPanel
{
    private const int Rows = 10;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "running-calls", "Running now",
        [new("Function", ColumnKind.Function), new("State", ColumnKind.Word), new("for")],
        (reading, _) => new(new TableRows(reading.ActiveCalls.List(Rows).Select(Row))))
    {
        Order = "oldest first",
        About = "Calls that have begun and not ended, read at each tick without stopping anything. One that awaits is on no thread.",
        Empty = new("Nothing is running", "Calls that last longer than a moment appear here."),
        EachTick = true,
    };

    private static TableRow Row(ActiveCall call) =>
        new([FunctionPage.Link(call.Function), RunningCalls.StateOf(call), Unit.WriteDuration(call.Age.TotalSeconds)]);
}
