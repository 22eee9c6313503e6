using System.Globalization;
using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Keeps captures in memory; the oldest make room.</summary>
/// <remarks>
/// Ids are a random prefix and a running number, so a number already given out but no longer held is known to have expired,
/// and an id of another run is unknown. Thread-safe.
/// </remarks>
internal sealed class MemoryBlobRing : IBlobRing
{
    /// <summary>Bytes kept at most by default.</summary>
    public const long DefaultCapacity = 4 * 1024 * 1024;

    private const int BlobBytes = 256; // what a blob costs beside its content

    private readonly Lock _lock = new();
    private readonly Queue<Blob> _blobs = [];
    private readonly string _prefix = Guid.NewGuid().ToString("N")[..8] + "-";
    private readonly long _capacity;
    private long _bytes;
    private long _lastNumber;

    public MemoryBlobRing(long capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc />
    public ValueTask<string?> AddAsync(
        BlobInfo info, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<string?>(cancellationToken);

        if (content.Length + BlobBytes > _capacity)
            return new((string?)null);

        var copy = content.ToArray(); // the caller may use its buffer again
        lock (_lock)
            return new(Add_NeedsLock(info, copy));
    }

    /// <inheritdoc />
    public ValueTask<BlobLookup> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<BlobLookup>(cancellationToken);

        lock (_lock)
        {
            var blob = _blobs.FirstOrDefault(kept => string.Equals(kept.Id, id, StringComparison.Ordinal));
            return new(new BlobLookup(blob, Expired: blob is null && WasGivenOut_NeedsLock(id)));
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Blob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var blob in Newest())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return blob with { Content = default };
        }

        await Task.CompletedTask; // nothing waits here; only an async iterator is handed the enumerator's own token
    }

    private string Add_NeedsLock(BlobInfo info, byte[] content)
    {
        _bytes += content.Length + BlobBytes;
        while (_bytes > _capacity)
            _bytes -= _blobs.Dequeue().Length + BlobBytes;

        var id = string.Create(CultureInfo.InvariantCulture, $"{_prefix}{++_lastNumber}");
        _blobs.Enqueue(new(id, info, content.Length, content));
        return id;
    }

    private bool WasGivenOut_NeedsLock(string id) =>
        id.StartsWith(_prefix, StringComparison.Ordinal)
        && long.TryParse(id.AsSpan(_prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= _lastNumber;

    private Blob[] Newest()
    {
        lock (_lock)
            return [.. _blobs.Reverse()];
    }
}
