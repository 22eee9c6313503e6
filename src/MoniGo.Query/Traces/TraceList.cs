using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Lists the traces that were kept, newest first.</summary>
internal static class TraceList
{
    /// <summary>Most traces of one answer, as many as a store gives at once.</summary>
    public const int Most = 1000;

    /// <summary>Reads the kept traces that began in a range.</summary>
    public static async ValueTask<IReadOnlyList<TraceSummary>> ReadAsync(
        ISpanStore store, TraceFilter filter, TimeRange range, CancellationToken cancellationToken = default)
    {
        var question = new SpanQuery(range, Most) { FirstOfTrace = true, AtLeast = filter.AtLeast };
        var traces = new List<TraceSummary>();
        foreach (var first in await store.FindAsync(question, cancellationToken))
        {
            var summary = Sum(first, await store.GetTraceAsync(first.TraceId, cancellationToken));
            if (!filter.OnlyFailed || summary.Failed > 0)
                traces.Add(summary);
        }

        return traces;
    }

    // A trace may leave the store between the two questions; its first span still tells what is known.
    private static TraceSummary Sum(Span first, IReadOnlyList<Span> spans)
    {
        var kept = spans.Count == 0 ? [first] : spans;
        return new(first, kept.Count, kept.Count(span => span.Error is not null), kept.Sum(span => span.Lines.IsDefault ? 0 : span.Lines.Length));
    }
}
