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

    /// <inheritdoc />
    public void Add(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        lock (_lock)
            Add_NeedsLock(span, TextWeight.Of(span));
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
    public ValueTask<IReadOnlyList<Span>> ListRootsAsync(
        TimeRange range, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxListed);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<Span>>(cancellationToken);

        return new([.. Roots(range).OrderByDescending(span => span.Start).Take(limit)]);
    }

    private List<Span> Roots(TimeRange range)
    {
        lock (_lock)
        {
            return
            [
                .. from trace in _order
                   from span in trace.Spans
                   where span.ParentId is null && range.Contains(span.Start)
                   select span,
            ];
        }
    }

    private void Add_NeedsLock(Span span, long bytes)
    {
        if (!_traces.TryGetValue(span.TraceId, out var trace))
            _order.Enqueue(_traces[span.TraceId] = trace = new(span.TraceId));

        if (trace.Spans.Count == MaxSpansPerTrace)
        {
            _dropped++;
            return;
        }

        trace.Spans.Add(span);
        trace.Bytes += bytes;
        _bytes += bytes;
        while (_bytes > _capacity)
            DropOldest_NeedsLock();
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

        public long Bytes { get; set; }
    }
}
