using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps the event log in memory and in a file; the oldest entries make room.</summary>
/// <remarks>
/// Thread-safe. An entry is read at once, and is on disk when its append has ended; a caller that stops waiting has added it all
/// the same. While the directory cannot be used, appends end without being durable.
/// </remarks>
internal sealed class DiskEventLog : IEventLog, IDurablePort, IJournaled<EventEntry>
{
    /// <summary>Bytes of memory at most by default: about ten thousand entries. The file has at most twice that, and a little.</summary>
    public const long DefaultCapacity = 4 * 1024 * 1024;

    private readonly long _capacity;
    private readonly Journal<EventEntry> _journal;
    private volatile MemoryEventLog _memory;

    public DiskEventLog(long capacity = DefaultCapacity, TimeProvider? time = null, Action<string>? problem = null)
    {
        (_capacity, _memory) = (capacity, new(capacity));
        _journal = new("events", new EventCodec(), this, syncsAlways: true, time, problem);
    }

    long IJournaled<EventEntry>.Bytes => _memory.Bytes;

    /// <inheritdoc />
    public Task OpenAsync(IFileLayer files, string root) => _journal.OpenAsync(files, root);

    /// <inheritdoc />
    public ValueTask AppendAsync(EventEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);

        lock (_journal.Gate)
            return new(_journal.Add_NeedsLock(_memory.Append(entry)).WaitAsync(cancellationToken));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<EventEntry>> ReadAsync(
        TimeRange range, EventKind? kind, int limit, CancellationToken cancellationToken = default) =>
        _memory.ReadAsync(range, kind, limit, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    IReadOnlyList<EventEntry> IJournaled<EventEntry>.All() => _memory.All();

    IReadOnlyList<EventEntry> IJournaled<EventEntry>.Merge(IReadOnlyList<EventEntry> kept)
    {
        var (early, merged) = (_memory.All(), new MemoryEventLog(_capacity));
        foreach (var entry in kept.Concat(early))
            merged.Append(entry);

        _memory = merged;
        return early;
    }
}
