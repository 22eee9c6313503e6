namespace MoniGo.Signals;

/// <summary>Keeps small documents with compare-and-swap and leases.</summary>
/// <remarks>Thread-safe. For alert state, silences, dashboards and registries; a document is at most 1 MiB.</remarks>
public interface IStateStore
{
    /// <summary>Reads a document; null when it is absent.</summary>
    ValueTask<StateDocument?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a document if its version is still the expected one.</summary>
    /// <param name="key">Key of the document.</param>
    /// <param name="value">New content.</param>
    /// <param name="expectedVersion">Version that was read; 0 when the document must not exist yet.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The new version, or null when somebody else was faster.</returns>
    /// <exception cref="ArgumentException">The content is larger than 1 MiB.</exception>
    ValueTask<long?> PutAsync(string key, ReadOnlyMemory<byte> value, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a document if its version is still the expected one.</summary>
    ValueTask<bool> DeleteAsync(string key, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Lists the keys that start with a prefix, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default);

    /// <summary>Takes or renews a lease; false while another owner holds it.</summary>
    ValueTask<bool> TryLeaseAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease back early; false when the caller did not hold it.</summary>
    ValueTask<bool> ReleaseAsync(string name, string owner, CancellationToken cancellationToken = default);
}
