namespace MoniGo.Signals;

/// <summary>Keeps captures (profiles, stacks, dumps) in a bounded ring; the oldest make room.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IBlobRing
{
    /// <summary>Adds a blob and gives its id, or null when it is larger than the whole ring.</summary>
    ValueTask<string?> AddAsync(BlobInfo info, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>Finds a blob; the answer tells an expired id from one that never was.</summary>
    ValueTask<BlobLookup> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists what the ring holds, newest first.</summary>
    IAsyncEnumerable<Blob> ListAsync(CancellationToken cancellationToken = default);
}
