using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps the spans of recent traces in memory and, a moment later, in a file.</summary>
/// <remarks>
/// Thread-safe. Adding takes a short lock and never waits for the disk. A span is handed to the operating system within moments, where
/// it survives the process; up to 30 s of spans may be lost with the machine. What does not fit into memory is not on disk either.
/// </remarks>
internal sealed class DiskSpanStore : ISpanStore, IDurablePort, IJournaled<Span>
{
    private readonly long _capacity;
    private readonly Journal<Span> _journal;
    private volatile MemorySpanStore _memory;
    private long _dropped;

    public DiskSpanStore(
        long capacity = MemorySpanStore.DefaultCapacity, TimeProvider? time = null, Action<string>? problem = null)
    {
        (_capacity, _memory) = (capacity, new(capacity));
        _journal = new("spans", new SpanCodec(), this, syncsAlways: false, time, problem);
    }

    /// <summary>Gets the number of spans that were not kept, or had to make room.</summary>
    public long Dropped => Interlocked.Read(ref _dropped) + _memory.Dropped;

    long IJournaled<Span>.Bytes => _memory.Bytes;

    /// <inheritdoc />
    public Task OpenAsync(IFileLayer files, string root) => _journal.OpenAsync(files, root);

    /// <inheritdoc />
    public void Add(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        lock (_journal.Gate)
        {
            if (_memory.TryAdd(span))
                _ = _journal.Add_NeedsLock(span);
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) =>
        _memory.GetTraceAsync(traceId, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) =>
        _memory.FindAsync(query, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    IReadOnlyList<Span> IJournaled<Span>.All() => _memory.All();

    IReadOnlyList<Span> IJournaled<Span>.Merge(IReadOnlyList<Span> kept)
    {
        var (early, merged) = (_memory.All(), new MemorySpanStore(_capacity));
        foreach (var span in kept.Concat(early))
            merged.TryAdd(span);

        _dropped += _memory.Dropped;
        _memory = merged;
        return early;
    }
}
