using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The slowest calls of a function that were kept, each leading to its trace.</summary>
internal static class SlowCallsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "slow-calls", "Slowest kept calls",
        [
            new("Began", ColumnKind.Moment), new("Kept because", ColumnKind.Word), new("took ms"), new("own ms", ColumnKind.Minor),
            new("Failed with", ColumnKind.Text, IsMinor: true),
        ],
        ReadAsync)
    {
        Order = "of the range",
        About = "Calls are kept because they were slow, failed, or were taken as a sample. Each row leads to the call's trace, with its log lines and what it called.",
        Empty = new("No call was kept in this range", "Slow and failed calls are kept, and a sample of the others where a sampling rate is set."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var query = new SpanQuery(reading.Range, Rows) { Name = FunctionPage.Of(reading), SlowestFirst = true };
        return new((await reading.Spans.FindAsync(query, cancellationToken)).Select(Row));
    }

    private static TableRow Row(Span span) => new(
    [
        new Cell(View.Write(span.Start), TracePage.To(span.TraceId)),
        span.Tags[SpanTags.Kept] ?? "",
        Unit.Write(span.Duration.TotalMilliseconds),
        Unit.Write(double.TryParse(span.Tags[SpanTags.Self], CultureInfo.InvariantCulture, out var own) ? own * 1000 : null),
        new Cell(span.Error ?? "", span.Tags[SpanTags.ExceptionGroup] is { } group ? ExceptionPage.To(group) : null),
    ]);
}
