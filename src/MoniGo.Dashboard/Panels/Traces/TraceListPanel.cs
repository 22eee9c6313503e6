using System.Globalization;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>The traces that were kept in the range.</summary>
internal static class TraceListPanel
{
    private const string AtLeast = "min";
    private const string Outcome = "outcome";
    private const string Failed = "failed";

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "traces", "Kept traces",
        [
            new("Trace", ColumnKind.Function) { SortKey = "name" },
            new("Began", ColumnKind.Moment) { SortKey = "began" },
            new("took") { SortKey = "took" },
            new("", ColumnKind.Length, IsMinor: true),
            new("spans", IsMinor: true) { SortKey = "spans" },
            new("failed", ColumnKind.Alarm) { SortKey = "failed" },
            new("log lines", IsMinor: true) { SortKey = "lines" },
            new("Kept because", ColumnKind.Word, IsMinor: true),
        ],
        ReadAsync)
    {
        Order = "by their first kept span",
        Span = 12,
        List = new("-began", "Find a trace by name")
        {
            Filters =
            [
                new(AtLeast, "Took at least", [new("", "any"), new("10", "10 ms"), new("100", "100 ms"), new("1000", "1 s"), new("5000", "5 s")]),
                new(Outcome, "Outcome", [new("", "any"), new(Failed, "failed")]),
            ],
        },
        About = "Requests and calls that were kept with what they called and logged: slow for their own past, failed, or sampled. "
            + "The store of traces is bounded; the oldest make room.",
        Empty = new("No trace was kept in this range", "A call is kept when it is slow for its function, fails, or is sampled. Change the sampling rate to keep more."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var filters = reading.Listing.Filters;
        var filter = new TraceFilter
        {
            AtLeast = TimeSpan.FromMilliseconds(int.Parse(filters[AtLeast] ?? "0", CultureInfo.InvariantCulture)),
            OnlyFailed = filters[Outcome] is Failed,
        };
        var traces = await TraceList.ReadAsync(reading.Spans, filter, reading.Range, cancellationToken);
        var longest = traces.Max(trace => (TimeSpan?)trace.First.Duration) ?? TimeSpan.Zero;
        return TableRows.Of(traces, reading, trace => trace.First.Name, SortBy, trace => Row(trace, longest));
    }

    private static TableRow Row(TraceSummary trace, TimeSpan longest) => new(
    [
        new(trace.First.Name, TracePage.To(trace.First.TraceId)),
        View.Write(trace.First.Start),
        Unit.WriteDuration(trace.First.Duration.TotalSeconds),
        Grid.Round(100 * trace.First.Duration / longest).ToString(CultureInfo.InvariantCulture),
        Unit.Write(trace.Spans),
        Unit.Write(trace.Failed),
        Unit.Write(trace.Lines),
        KeptWords.Of(trace.First),
    ]);

    private static Func<TraceSummary, IComparable?> SortBy(string key) => key switch
    {
        "name" => trace => trace.First.Name,
        "took" => trace => trace.First.Duration,
        "spans" => trace => trace.Spans,
        "failed" => trace => trace.Failed,
        "lines" => trace => trace.Lines,
        _ => trace => trace.First.Start,
    };
}
