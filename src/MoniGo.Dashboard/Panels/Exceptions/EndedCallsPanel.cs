using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The kept calls and requests that exceptions of the page's group ended.</summary>
internal static class EndedCallsPanel
{
    private const int Rows = 12;
    private const int MostSpans = 1000;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "ended-calls", "What it ended",
        [new("Function or endpoint", ColumnKind.Function), new("kept calls"), new("Latest", ColumnKind.Moment, IsMinor: true), new("Trace", ColumnKind.Word)],
        ReadAsync)
    {
        Order = "kept calls, most frequent first",
        About = "Functions and endpoints of which a kept call or request ended with an exception of this group, in the range shown. "
            + "Failed calls are kept up to a number a tick, so this is a sample where many fail.",
        Empty = new("No such call was kept in this range", "It was logged and not thrown out of a traced call, or the calls made room for later ones."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var question = new SpanQuery(reading.Range, MostSpans) { Tag = new(SpanTags.ExceptionGroup, reading.Subject[ExceptionPanel.Id] ?? "") };
        return new(
            (await reading.Spans.FindAsync(question, cancellationToken))
                .GroupBy(span => span.Name, StringComparer.Ordinal)
                .OrderByDescending(calls => calls.Count())
                .Take(Rows)
                .Select(calls => Row(calls.MaxBy(span => span.Start)!, calls.Count())));
    }

    private static TableRow Row(Span latest, int count) => new(
    [
        new(latest.Name, SpanFacts.TargetOf(latest)),
        Unit.Write(count),
        View.Write(latest.Start),
        new(TracePage.Short(latest.TraceId), TracePage.To(latest.TraceId)),
    ]);
}
