using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Who called a function, as far as kept calls tell.</summary>
internal static class CallersPanel
{
    private const int Rows = 8;
    private const int MostSpans = 1000;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "callers", "Callers",
        [new("Function", ColumnKind.Function), new("kept calls"), new("share %")],
        ReadAsync)
    {
        Order = "of kept calls",
        About = "Traced functions that called this one, of the latest 1 000 kept calls of the range whose caller is known. Kept calls are no fair sample of all: slow and failed ones weigh more.",
        Empty = new("No caller is known", "It is known of kept calls that another traced function made."),
        Span = 4,
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var spans = await reading.Spans.FindAsync(new(reading.Range, MostSpans) { Name = FunctionPage.Of(reading) }, cancellationToken);
        List<string> callers = [.. from span in spans let caller = span.Tags[SpanTags.Caller] where caller is not null select caller];
        var byCount = callers.CountBy(caller => caller, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        return new(byCount.Take(Rows).Select(pair => new TableRow([FunctionPage.Link(pair.Key), Unit.Write(pair.Value), Unit.Write(pair.Value * 100d / callers.Count)])));
    }
}
