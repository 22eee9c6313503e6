using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>The spans of one trace in the order of who called whom.</summary>
/// <param name="Root">The span that the trace began with, as far as it is kept.</param>
/// <param name="Range">From the start of the first span to the end of the last.</param>
/// <param name="Rows">The spans, each followed by those it called, by start.</param>
/// <param name="Count">Number of spans, those left out included.</param>
/// <param name="Failed">How many of them ended with an exception.</param>
internal sealed record TraceTree(Span Root, TimeRange Range, ImmutableArray<TraceRow> Rows, int Count, int Failed)
{
    /// <summary>Gets the log lines of all spans, in order of time.</summary>
    public required ImmutableArray<TraceLine> Lines { get; init; }

    /// <summary>Orders the spans of a trace; null when there are none.</summary>
    /// <param name="spans">The spans, in any order; of a repeated id the first counts.</param>
    /// <param name="most">Most rows; failed spans, then the longest, and whatever leads to them, are worth one.</param>
    public static TraceTree? Of(IReadOnlyList<Span> spans, int most)
    {
        if (spans.Count == 0)
            return null;

        var branches = TraceBranches.Of(spans);
        var shown = branches.Choose(most);
        var range = new TimeRange(spans.Min(span => span.Start), spans.Max(span => span.Start + span.Duration));
        return new(branches.Root, range, [.. branches.Walk(shown)], branches.Count, branches.Failed) { Lines = TraceLines.Of(spans) };
    }
}
