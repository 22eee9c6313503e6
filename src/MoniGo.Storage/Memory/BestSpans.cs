using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Picks the spans that answer a query out of all that are offered, never holding more than its limit.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class BestSpans(SpanQuery query)
{
    // The least of them stands first and makes room.
    private readonly PriorityQueue<Span, (long, long, int)> _best = new();
    private int _offered;

    /// <summary>Takes a span if it matches and is among the best so far.</summary>
    public void Offer(Span span)
    {
        if (!Matches(span))
            return;

        if (_best.Count < query.Limit)
            _best.Enqueue(span, RankOf(span));
        else
            _best.EnqueueDequeue(span, RankOf(span));
    }

    /// <summary>Gives them, the best first; call it once.</summary>
    public Span[] InOrder()
    {
        var spans = new Span[_best.Count];
        for (var i = spans.Length - 1; i >= 0; i--)
            spans[i] = _best.Dequeue();

        return spans;
    }

    // Of equal ones the first that was offered is the better.
    private (long, long, int) RankOf(Span span) =>
        (query.SlowestFirst ? span.Duration.Ticks : span.Start.UtcTicks, span.Start.UtcTicks, -_offered++);

    private bool Matches(Span span) =>
        query.Range.Contains(span.Start)
        && span.Duration >= query.AtLeast
        && (!query.OnlyErrors || span.Error is not null)
        && (query.Name is null || string.Equals(span.Name, query.Name, StringComparison.Ordinal))
        && (query.Tag is not { } tag || string.Equals(span.Tags[tag.Key], tag.Value, StringComparison.Ordinal));
}
