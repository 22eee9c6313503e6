using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps the spans of recent traces in memory; the oldest traces make room.</summary>
/// <remarks>
/// A trace is as old as its first span to arrive, and is dropped as a whole. Of one trace at most 1 000 spans are kept, so that
/// a trace without end cannot push out all others. Thread-safe; adding takes a short lock.
/// </remarks>
internal sealed class MemorySpanStore : ISpanStore
{
    /// <summary>Bytes kept at most by default.</summary>
    public const long DefaultCapacity = 4 * 1024 * 1024;

    /// <summary>Spans kept of one trace.</summary>
    public const int MaxSpansPerTrace = 1000;

    private const int MaxListed = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Trace> _traces = new(StringComparer.Ordinal);
    private readonly Queue<Trace> _order = [];
    private readonly long _capacity;
    private long _bytes;
    private long _dropped;

    public MemorySpanStore(long capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <summary>Gets the number of spans that were not kept, or had to make room.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Gets the bytes in use, estimated.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _bytes;
        }
    }

    /// <inheritdoc />
    public void Add(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        TryAdd(span);
    }

    /// <summary>Adds a span; false when its trace has as many as are kept of one.</summary>
    public bool TryAdd(Span span)
    {
        lock (_lock)
            return TryAdd_NeedsLock(span, TextWeight.Of(span));
    }

    /// <summary>Gives all spans, those of the oldest trace first.</summary>
    public Span[] All()
    {
        lock (_lock)
            return [.. _order.SelectMany(trace => trace.Spans)];
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(traceId);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Span>>(cancellationToken);

        lock (_lock)
            return new([.. (_traces.GetValueOrDefault(traceId)?.Spans ?? []).OrderBy(span => span.Start)]);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxListed, nameof(query));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Span>>(cancellationToken);

        var found = Matching(query);
        var ordered = query.SlowestFirst
            ? found.OrderByDescending(span => span.Duration).ThenByDescending(span => span.Start)
            : found.OrderByDescending(span => span.Start);
        return new([.. ordered.Take(query.Limit)]);
    }

    private List<Span> Matching(SpanQuery query)
    {
        lock (_lock)
        {
            return
            [
                .. from trace in _order
                   from span in query.FirstOfTrace ? [trace.First] : trace.Spans
                   where Matches(span, query)
                   select span,
            ];
        }
    }

    private static bool Matches(Span span, SpanQuery query) =>
        query.Range.Contains(span.Start)
        && (query.Name is null || string.Equals(span.Name, query.Name, StringComparison.Ordinal))
        && (query.Tag is not { } tag || string.Equals(span.Tags[tag.Key], tag.Value, StringComparison.Ordinal))
        && (!query.OnlyErrors || span.Error is not null)
        && span.Duration >= query.AtLeast;

    private bool TryAdd_NeedsLock(Span span, long bytes)
    {
        if (!_traces.TryGetValue(span.TraceId, out var trace))
            _order.Enqueue(_traces[span.TraceId] = trace = new(span.TraceId));

        if (trace.Spans.Count == MaxSpansPerTrace)
        {
            _dropped++;
            return false;
        }

        trace.Spans.Add(span);
        trace.Bytes += bytes;
        _bytes += bytes;
        while (_bytes > _capacity)
            DropOldest_NeedsLock();

        return true;
    }

    private void DropOldest_NeedsLock()
    {
        var oldest = _order.Dequeue();
        _traces.Remove(oldest.Id);
        _bytes -= oldest.Bytes;
        _dropped += oldest.Spans.Count;
    }

    private sealed class Trace(string id)
    {
        public string Id { get; } = id;

        public List<Span> Spans { get; } = [];

        /// <summary>Gets the span that began first, which stands for the trace.</summary>
        public Span First => Spans.MinBy(span => span.Start)!;

        public long Bytes { get; set; }
    }
}
