using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps the event log in memory; the oldest entries make room.</summary>
/// <remarks>A text longer than 4 096 characters is cut, so that no entry can push out all others. Thread-safe.</remarks>
internal sealed class MemoryEventLog : IEventLog
{
    /// <summary>Bytes kept at most by default: a few thousand entries.</summary>
    public const long DefaultCapacity = 1024 * 1024;

    private const int MaxText = 4096;
    private const int MaxRead = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<EventEntry> _entries = [];
    private readonly long _capacity;
    private long _bytes;

    public MemoryEventLog(long capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

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
    public ValueTask AppendAsync(EventEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);

        Append(entry);
        return ValueTask.CompletedTask;
    }

    /// <summary>Adds an entry and gives it as it is kept.</summary>
    public EventEntry Append(EventEntry entry)
    {
        var kept = entry with
        {
            Actor = Cut(entry.Actor),
            Action = Cut(entry.Action),
            Subject = Cut(entry.Subject),
            Detail = Cut(entry.Detail),
        };
        lock (_lock)
            Append_NeedsLock(kept);

        return kept;
    }

    /// <summary>Gives all entries in the order they were added.</summary>
    public EventEntry[] All()
    {
        lock (_lock)
            return [.. _entries];
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<EventEntry>> ReadAsync(
        TimeRange range, EventKind? kind, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxRead);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<EventEntry>>(cancellationToken);

        lock (_lock)
        {
            // Reversed first: of entries with equal times, the one appended last comes first.
            return new([.. _entries.Reverse()
                .Where(entry => range.Contains(entry.Time) && (kind is null || entry.Kind == kind))
                .OrderByDescending(entry => entry.Time)
                .Take(limit)]);
        }
    }

    private void Append_NeedsLock(EventEntry entry)
    {
        _entries.Enqueue(entry);
        _bytes += TextWeight.Of(entry);
        while (_bytes > _capacity)
            _bytes -= TextWeight.Of(_entries.Dequeue());
    }

    private static string Cut(string text) => text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText - 1), "…");
}
