using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps small documents and leases in memory.</summary>
/// <remarks>Thread-safe. Nothing is pushed out: a write that would pass the capacity throws.</remarks>
internal sealed class MemoryStateStore : IStateStore
{
    /// <summary>Bytes kept at most by default.</summary>
    public const long DefaultCapacity = 4 * 1024 * 1024;

    /// <summary>Largest document, in bytes.</summary>
    public const int MaxDocument = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StateDocument> _documents = new(StringComparer.Ordinal);
    private readonly MemoryLeases _leases;
    private readonly long _capacity;
    private long _bytes;

    public MemoryStateStore(TimeProvider? time = null, long capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        (_leases, _capacity) = (new(time ?? TimeProvider.System), capacity);
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
    public ValueTask<StateDocument?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<StateDocument?>(cancellationToken)
            : new(Find(key));
    }

    /// <summary>Reads a document; null when it is absent.</summary>
    public StateDocument? Find(string key)
    {
        lock (_lock)
            return _documents.GetValueOrDefault(key);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The store is full.</exception>
    public ValueTask<long?> PutAsync(
        string key, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        Check(key, value);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<long?>(cancellationToken);

        return new(TryPut(key, value, expectedVersion)?.Version);
    }

    /// <summary>Refuses what no state store takes.</summary>
    public static void Check(string key, ReadOnlyMemory<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (value.Length > MaxDocument)
            throw new ArgumentException($"{value.Length} bytes; a document has at most {MaxDocument}.", nameof(value));
    }

    /// <summary>Writes a document that is not too large, and gives it as it is kept; null when somebody else was faster.</summary>
    /// <exception cref="InvalidOperationException">The store is full.</exception>
    public StateDocument? TryPut(string key, ReadOnlyMemory<byte> value, long expectedVersion)
    {
        var document = new StateDocument(key, value.ToArray(), expectedVersion + 1); // copied: the caller may use its buffer again
        lock (_lock)
            return Put_NeedsLock(document, expectedVersion);
    }

    /// <summary>Brings back a document as it was, whatever is there and however full the store is.</summary>
    public void Restore(StateDocument document)
    {
        lock (_lock)
        {
            Remove_NeedsLock(document.Key);
            _documents[document.Key] = document;
            _bytes += TextWeight.Of(document);
        }
    }

    /// <summary>Removes a document, whatever its version.</summary>
    public void Remove(string key)
    {
        lock (_lock)
            Remove_NeedsLock(key);
    }

    /// <summary>Gives all documents by key.</summary>
    public StateDocument[] All()
    {
        lock (_lock)
            return [.. _documents.Values];
    }

    /// <inheritdoc />
    public ValueTask<bool> DeleteAsync(string key, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);

        return new(TryDelete(key, expectedVersion));
    }

    /// <summary>Removes a document if its version is still the expected one.</summary>
    public bool TryDelete(string key, long expectedVersion)
    {
        lock (_lock)
            return _documents.GetValueOrDefault(key)?.Version == expectedVersion && Remove_NeedsLock(key);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        foreach (var key in Keys(prefix))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return key;
        }

        await Task.CompletedTask; // nothing waits here; only an async iterator is handed the enumerator's own token
    }

    /// <inheritdoc />
    public ValueTask<bool> TryLeaseAsync(
        string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<bool>(cancellationToken)
            : new(_leases.TryTake(name, owner, duration));
    }

    /// <inheritdoc />
    public ValueTask<bool> ReleaseAsync(string name, string owner, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<bool>(cancellationToken)
            : new(_leases.TryRelease(name, owner));
    }

    private StateDocument? Put_NeedsLock(StateDocument document, long expectedVersion)
    {
        var existing = _documents.GetValueOrDefault(document.Key);
        if ((existing?.Version ?? 0) != expectedVersion)
            return null;

        var bytes = _bytes + TextWeight.Of(document) - (existing is null ? 0 : TextWeight.Of(existing));
        if (bytes > _capacity)
            throw new InvalidOperationException($"The state store is full: {bytes} of {_capacity} bytes.");

        _bytes = bytes;
        _documents[document.Key] = document;
        return document;
    }

    private bool Remove_NeedsLock(string key)
    {
        if (!_documents.Remove(key, out var document))
            return false;

        _bytes -= TextWeight.Of(document);
        return true;
    }

    private string[] Keys(string prefix)
    {
        lock (_lock)
            return [.. _documents.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];
    }
}
