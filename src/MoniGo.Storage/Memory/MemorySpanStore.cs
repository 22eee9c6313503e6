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
    private readonly LinkedList<Trace> _order = new(); // oldest first
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
            return [.. _order.SelectMany(trace => trace.Held.ToArray())];
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(traceId);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Span>>(cancellationToken);

        lock (_lock)
            return new([.. (_traces.GetValueOrDefault(traceId)?.Held.ToArray() ?? []).OrderBy(span => span.Start)]);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxListed, nameof(query));
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Span>>(cancellationToken);

        var best = new BestSpans(query);
        foreach (var (first, spans) in NewestFirst())
        {
            if (query.FirstOfTrace)
                best.Offer(first);
            else
                best.Offer(spans.Span);
        }

        return new(best.InOrder());
    }

    // The lock is held for a copy of a few references per trace, and not while up to ten thousand spans are looked at. From the newest on:
    // once there are enough, the older ones are told at a glance.
    private (Span First, ReadOnlyMemory<Span> Spans)[] NewestFirst()
    {
        lock (_lock)
        {
            var traces = new (Span, ReadOnlyMemory<Span>)[_order.Count];
            var next = 0;
            for (var node = _order.Last; node is not null; node = node.Previous)
                traces[next++] = (node.Value.First, node.Value.Held);

            return traces;
        }
    }

    private bool TryAdd_NeedsLock(Span span, long bytes)
    {
        if (!_traces.TryGetValue(span.TraceId, out var trace))
            _order.AddLast(_traces[span.TraceId] = trace = new(span));

        if (trace.Held.Length == MaxSpansPerTrace)
        {
            _dropped++;
            return false;
        }

        trace.Add(span, bytes);
        _bytes += bytes;
        while (_bytes > _capacity)
            DropOldest_NeedsLock();

        return true;
    }

    private void DropOldest_NeedsLock()
    {
        var oldest = _order.First!.Value;
        _order.RemoveFirst();
        _traces.Remove(oldest.Id);
        _bytes -= oldest.Bytes;
        _dropped += oldest.Held.Length;
    }

    private sealed class Trace(Span first)
    {
        private Span[] _spans = new Span[1];
        private int _count;

        public string Id { get; } = first.TraceId;

        /// <summary>Gets its spans in the order they came; what was once read here stays as it is.</summary>
        public ReadOnlyMemory<Span> Held => _spans.AsMemory(0, _count);

        /// <summary>Gets the span that began first, which stands for the trace; of two that began at once the one without a parent.</summary>
        public Span First { get; private set; } = first;

        public long Bytes { get; private set; }

        public void Add(Span span, long bytes)
        {
            if (_count == _spans.Length)
                Array.Resize(ref _spans, Math.Min(MaxSpansPerTrace, _count * 2));

            _spans[_count++] = span;
            Bytes += bytes;
            if (span.Start < First.Start || (span.Start == First.Start && span.ParentId is null))
                First = span;
        }
    }
}
