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

    /// <inheritdoc />
    public ValueTask<StateDocument?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<StateDocument?>(cancellationToken);

        lock (_lock)
            return new(_documents.GetValueOrDefault(key));
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The store is full.</exception>
    public ValueTask<long?> PutAsync(
        string key, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (value.Length > MaxDocument)
            throw new ArgumentException($"{value.Length} bytes; a document has at most {MaxDocument}.", nameof(value));

        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<long?>(cancellationToken);

        var document = new StateDocument(key, value.ToArray(), expectedVersion + 1); // copied: the caller may use its buffer again
        lock (_lock)
            return new(Put_NeedsLock(document, expectedVersion));
    }

    /// <inheritdoc />
    public ValueTask<bool> DeleteAsync(string key, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);

        lock (_lock)
        {
            if (!_documents.TryGetValue(key, out var document) || document.Version != expectedVersion)
                return new(false);

            _bytes -= TextWeight.Of(document);
            return new(_documents.Remove(key));
        }
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

    private long? Put_NeedsLock(StateDocument document, long expectedVersion)
    {
        var existing = _documents.GetValueOrDefault(document.Key);
        if ((existing?.Version ?? 0) != expectedVersion)
            return null;

        var bytes = _bytes + TextWeight.Of(document) - (existing is null ? 0 : TextWeight.Of(existing));
        if (bytes > _capacity)
            throw new InvalidOperationException($"The state store is full: {bytes} of {_capacity} bytes.");

        _bytes = bytes;
        _documents[document.Key] = document;
        return document.Version;
    }

    private string[] Keys(string prefix)
    {
        lock (_lock)
            return [.. _documents.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];
    }
}
