using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps the recent ticks of every stream in memory, within a byte budget.</summary>
/// <remarks>
/// Holds the immutable snapshots themselves. All streams share the budget and the oldest tick of all leaves first, so every
/// stream reaches equally far back: with 300 series that all change, about an hour per 8 MiB. Nothing survives the process.
/// Thread-safe: one lock guards the rings, and windows are computed outside it on a copy of the references.
/// </remarks>
internal sealed class MemorySampleStore : ISampleWriter, ISampleReader
{
    /// <summary>Bytes used at most by default: MoniGo adds at most 20 MB to its host, and this is the largest part.</summary>
    public const long DefaultCapacity = 8 * 1024 * 1024;

    /// <summary>How long ticks are kept by default, as MoniGo does.</summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromDays(7);

    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, TickRing> _streams = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _retention;
    private readonly long _capacity;
    private long _bytes;

    public MemorySampleStore(TimeProvider? time = null, TimeSpan? retention = null, long capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        (_time, _retention, _capacity) = (time ?? TimeProvider.System, retention ?? DefaultRetention, capacity);
    }

    /// <inheritdoc />
    public StoreStatus Status
    {
        get
        {
            lock (_lock)
                return new("memory", _retention, _bytes, _capacity, OldestRing_NeedsLock()?.Oldest.Time);
        }
    }

    private DateTimeOffset Horizon => _time.GetUtcNow() - _retention;

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<AppendResult>(cancellationToken);

        if (WhatIsWrong(stream, snapshot) is { } reason)
            return new(new AppendResult(AppendOutcome.Refused, reason));

        lock (_lock)
            return new(Append_NeedsLock(stream, snapshot));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SeriesWindows> ReadAsync(
        SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Step, TimeSpan.Zero, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var series in WindowCutter.Cut(Ticks(query), query, cancellationToken))
            yield return series;

        await Task.CompletedTask; // nothing waits here; only an async iterator is handed the enumerator's own token
    }

    private static string? WhatIsWrong(StreamId stream, Snapshot snapshot) =>
        string.IsNullOrEmpty(stream.Value) ? "The stream has no name."
        : snapshot.Sequence < 1 ? $"Sequence {snapshot.Sequence} is not a tick; they count from 1."
        : snapshot.Families.IsDefault ? "The snapshot has no families."
        : null;

    private AppendResult Append_NeedsLock(StreamId stream, Snapshot snapshot)
    {
        var ring = _streams.GetValueOrDefault(stream) ?? new TickRing();
        if (ring.HasSeen(snapshot))
            return new(AppendOutcome.Duplicate);

        if (snapshot.Time <= Horizon)
            return new(AppendOutcome.Refused, $"The tick of {snapshot.Time:O} is older than the retention of {_retention}.");

        if (SnapshotWeight.Of(snapshot, null) > _capacity)
            return new(AppendOutcome.Refused, $"The tick is larger than the whole store of {_capacity} bytes.");

        _bytes += ring.Add(snapshot);
        _streams[stream] = ring;
        MakeRoom_NeedsLock();
        return new(AppendOutcome.Volatile);
    }

    private void MakeRoom_NeedsLock()
    {
        var horizon = Horizon;
        while (OldestRing_NeedsLock() is { } ring && (_bytes > _capacity || ring.Oldest.Time <= horizon))
        {
            _bytes -= ring.DropOldest();
            if (ring.Count == 0)
                _streams.Remove(_streams.First(stream => stream.Value == ring).Key);
        }
    }

    private TickRing? OldestRing_NeedsLock() => _streams.Values.MinBy(ring => ring.Oldest.Time);

    private Snapshot[] Ticks(SampleQuery query)
    {
        lock (_lock)
            return _streams.GetValueOrDefault(query.Stream)?.Copy(Horizon, query.Range.End) ?? [];
    }
}
