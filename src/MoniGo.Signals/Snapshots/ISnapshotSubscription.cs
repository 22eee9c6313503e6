namespace MoniGo.Signals;

/// <summary>One reader's bounded queue of snapshots; dispose to leave.</summary>
public interface ISnapshotSubscription : IDisposable
{
    /// <summary>Gets the number of ticks this reader lost because it was too slow.</summary>
    long Missed { get; }

    /// <summary>Reads snapshots in order until cancelled or until the feed ends.</summary>
    IAsyncEnumerable<Snapshot> ReadAllAsync(CancellationToken cancellationToken = default);
}
