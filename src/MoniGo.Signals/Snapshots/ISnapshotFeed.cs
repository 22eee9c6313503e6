namespace MoniGo.Signals;

/// <summary>Hands out the snapshots as they are made.</summary>
/// <remarks>Thread-safe. Reading has no side effect and costs the same for one reader or a thousand.</remarks>
public interface ISnapshotFeed
{
    /// <summary>Gets the latest snapshot; null until the first tick.</summary>
    Snapshot? Latest { get; }

    /// <summary>Gets the snapshot before the latest, so that readers can form rates; null until the second tick.</summary>
    Snapshot? Previous { get; }

    /// <summary>Gets the time between two ticks.</summary>
    TimeSpan Interval { get; }

    /// <summary>Subscribes to the ticks from now on.</summary>
    /// <param name="capacity">Ticks kept for a reader that is behind, at least 1; past that the oldest are lost and counted.</param>
    ISnapshotSubscription Subscribe(int capacity);
}
