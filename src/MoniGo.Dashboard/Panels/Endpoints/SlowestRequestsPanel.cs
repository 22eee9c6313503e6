using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The slowest requests that were kept, each with its trace.</summary>
internal static class SlowestRequestsPanel
{
    private const int Rows = 12;

    /// <summary>Gets the table: of the page's endpoint, or of all where the page has none.</summary>
    public static TablePanel Table { get; } = new(
        "slowest-requests", "Slowest requests",
        [
            new("Trace", ColumnKind.Name), new("Began", ColumnKind.Moment), new("took"), new("Status", ColumnKind.Word),
            new("Kept because", ColumnKind.Word, IsMinor: true), new("Failed with", ColumnKind.Word, IsMinor: true),
        ],
        ReadAsync)
    {
        Order = "kept ones, slowest first",
        About = "Requests that were kept because they were slow for their route, failed, or were sampled; each leads to its trace "
            + "with the functions it called and the lines it logged.",
        Empty = new("No request was kept in this range", "Requests that are slow for their route are kept as they happen."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var question = RequestSpans.Slowest(reading.Range, Rows, EndpointPage.Of(reading.Subject));
        var groups = reading.Exceptions.List();
        return new((await reading.Spans.FindAsync(question, cancellationToken)).Select(span => Row(span, groups)));
    }

    private static TableRow Row(Span span, IReadOnlyList<ExceptionGroup> groups) => new(
    [
        new(span.Name, TracePage.To(span.TraceId)),
        View.Write(span.Start),
        Unit.WriteDuration(span.Duration.TotalSeconds),
        span.Tags[PlatformInstruments.StatusCode] ?? Unit.Write(null),
        KeptWords.Of(span),
        span.Error is { } error ? new Cell(error, GroupOf(span, error, groups), Tone.Bad) : Unit.Write(null),
    ]);

    private static string? GroupOf(Span span, string error, IReadOnlyList<ExceptionGroup> groups) =>
        span.Tags[SpanTags.ExceptionGroup] is { } group ? ExceptionPage.To(group) : LikelyGroup.To(groups, error, span.Name);
}
