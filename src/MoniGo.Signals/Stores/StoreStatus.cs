using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>How a sample store is doing, for pages and <c>service-info</c>.</summary>
/// <param name="Kind">Short name, such as <c>memory</c> or <c>disk</c>.</param>
/// <param name="Retention">How long every tick is kept at most.</param>
/// <param name="Bytes">Bytes in use, of memory or disk by kind.</param>
/// <param name="Capacity">Bytes it may use at most.</param>
/// <param name="Oldest">Time of the oldest sample of any tier; null when empty.</param>
/// <param name="Problem">What is wrong, for people; null when all is well.</param>
public sealed record StoreStatus(
    string Kind, TimeSpan Retention, long Bytes, long Capacity, DateTimeOffset? Oldest, string? Problem = null)
{
    /// <summary>Gets the tiers, finest first; empty for a store that has none.</summary>
    public ImmutableArray<TierStatus> Tiers { get; init; } = [];

    /// <summary>Gets the directory; null when nothing is on disk.</summary>
    public string? Directory { get; init; }

    /// <summary>Gets when ticks reach the disk for sure, for people, such as <c>every 30 s</c>; null when nothing is on disk.</summary>
    public string? Sync { get; init; }

    /// <summary>Gets when ticks last reached the disk for sure; null when they never did.</summary>
    public DateTimeOffset? LastSync { get; init; }

    /// <summary>Gets the number of series in the open hour.</summary>
    public int LiveSeries { get; init; }

    /// <summary>Gets the number of streams in the open hour.</summary>
    public int LiveStreams { get; init; }

    /// <summary>Gets the memory of what is not on disk yet, in bytes.</summary>
    public long HeadBytes { get; init; }

    /// <summary>Gets the size of the write-ahead log, in bytes.</summary>
    public long LogBytes { get; init; }

    /// <summary>Gets the number of writes, syncs and renames that failed since the start.</summary>
    public long WriteFailures { get; init; }

    /// <summary>Gets the number of files and chunks found damaged since the start, and of files set aside before.</summary>
    public long Damaged { get; init; }

    /// <summary>Gets what was found damaged last, for people; null when nothing was.</summary>
    public string? LastDamage { get; init; }
}
