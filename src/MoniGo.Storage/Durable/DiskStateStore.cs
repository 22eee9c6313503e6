using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps small documents in memory and in a file; leases live in memory.</summary>
/// <remarks>
/// Thread-safe. A write is read at once, and is on disk when its call has ended; a caller that stops waiting has written all the same.
/// While the directory cannot be used, writes end without being durable. One process owns the directory, so that a lease has nobody to
/// outlive it for: it ends with the process. Nothing is pushed out: a write that would pass the capacity throws.
/// </remarks>
internal sealed class DiskStateStore : IStateStore, IDurablePort, IJournaled<StateChange>
{
    private readonly MemoryStateStore _memory;
    private readonly Journal<StateChange> _journal;

    public DiskStateStore(
        TimeProvider? time = null, long capacity = MemoryStateStore.DefaultCapacity, Action<string>? problem = null)
    {
        _memory = new(time, capacity);
        _journal = new("state", new StateCodec(), this, syncsAlways: true, time, problem);
    }

    long IJournaled<StateChange>.Bytes => _memory.Bytes;

    /// <inheritdoc />
    public Task OpenAsync(IFileLayer files, string root) => _journal.OpenAsync(files, root);

    /// <inheritdoc />
    public ValueTask<StateDocument?> GetAsync(string key, CancellationToken cancellationToken = default) =>
        _memory.GetAsync(key, cancellationToken);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The store is full.</exception>
    public async ValueTask<long?> PutAsync(
        string key, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        MemoryStateStore.Check(key, value);
        cancellationToken.ThrowIfCancellationRequested();
        StateDocument? document;
        Task written;
        lock (_journal.Gate)
        {
            document = _memory.TryPut(key, value, expectedVersion);
            written = document is null ? Task.CompletedTask : _journal.Add_NeedsLock(new(key, document));
        }

        await written.WaitAsync(cancellationToken);
        return document?.Version;
    }

    /// <inheritdoc />
    public async ValueTask<bool> DeleteAsync(string key, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        bool isDeleted;
        Task written;
        lock (_journal.Gate)
        {
            isDeleted = _memory.TryDelete(key, expectedVersion);
            written = isDeleted ? _journal.Add_NeedsLock(new(key, null)) : Task.CompletedTask;
        }

        await written.WaitAsync(cancellationToken);
        return isDeleted;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default) =>
        _memory.ListAsync(prefix, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> TryLeaseAsync(
        string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default) =>
        _memory.TryLeaseAsync(name, owner, duration, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> ReleaseAsync(string name, string owner, CancellationToken cancellationToken = default) =>
        _memory.ReleaseAsync(name, owner, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    IReadOnlyList<StateChange> IJournaled<StateChange>.All() =>
        [.. _memory.All().Select(document => new StateChange(document.Key, document))];

    /// <remarks>
    /// A document that was written before the directory was read replaces the one kept there, and its version goes on from that one's:
    /// no version is ever given to two contents.
    /// </remarks>
    IReadOnlyList<StateChange> IJournaled<StateChange>.Merge(IReadOnlyList<StateChange> kept)
    {
        var early = _memory.All();
        foreach (var (key, document) in kept)
        {
            if (document is null)
                _memory.Remove(key);
            else
                _memory.Restore(document);
        }

        return [.. early.Select(RestoreAbove)];
    }

    private StateChange RestoreAbove(StateDocument early)
    {
        var kept = _memory.Find(early.Key)?.Version ?? 0;
        var document = early with { Version = kept + early.Version };
        _memory.Restore(document);
        return new(document.Key, document);
    }
}
