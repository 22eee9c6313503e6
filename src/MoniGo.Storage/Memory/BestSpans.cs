using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Picks the spans that answer a query out of all that are offered, never holding more than its limit.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class BestSpans(SpanQuery query)
{
    // Of equal ones the newer is the better, then the first that was offered.
    private static readonly Comparer<Rank> WorstFirst = Comparer<Rank>.Create(static (one, other) =>
        one.First != other.First ? one.First.CompareTo(other.First)
        : one.Start != other.Start ? one.Start.CompareTo(other.Start)
        : other.Offered.CompareTo(one.Offered));

    // The least of them stands first and makes room.
    private readonly PriorityQueue<Span, Rank> _best = new(WorstFirst);
    private long _bar = long.MinValue;
    private int _offered;

    /// <summary>Takes those that match and are among the best so far.</summary>
    public void Offer(ReadOnlySpan<Span> spans)
    {
        foreach (var span in spans)
            Offer(span);
    }

    /// <summary>Takes a span if it matches and is among the best so far.</summary>
    public void Offer(Span span)
    {
        var rank = query.SlowestFirst ? span.Duration.Ticks : span.Start.UtcTicks;
        if (rank < _bar || !Matches(span))
            return;

        if (_best.Count < query.Limit)
            _best.Enqueue(span, new(rank, span.Start.UtcTicks, _offered++));
        else
            _best.EnqueueDequeue(span, new(rank, span.Start.UtcTicks, _offered++));

        if (_best.Count == query.Limit && _best.TryPeek(out _, out var least))
            _bar = least.First;
    }

    /// <summary>Gives them, the best first; call it once.</summary>
    public Span[] InOrder()
    {
        var spans = new Span[_best.Count];
        for (var i = spans.Length - 1; i >= 0; i--)
            spans[i] = _best.Dequeue();

        return spans;
    }

    private bool Matches(Span span) =>
        query.Range.Contains(span.Start)
        && span.Duration >= query.AtLeast
        && (!query.OnlyErrors || span.Error is not null)
        && (query.Name is null || string.Equals(span.Name, query.Name, StringComparison.Ordinal))
        && (query.Tag is not { } tag || string.Equals(span.Tags[tag.Key], tag.Value, StringComparison.Ordinal));

    private readonly record struct Rank(long First, long Start, int Offered);
}
