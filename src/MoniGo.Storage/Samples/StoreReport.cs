using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Tells how the store is doing.</summary>
internal static class StoreReport
{
    public static StoreStatus Of_NeedsLock(
        StoreSettings settings, StoreState state, Retention retention, StoreHealth health, DateTimeOffset? lastSync)
    {
        var isOnDisk = state.Log is not null;
        var heads = state.Heads.Bytes;
        var log = state.Log?.Length ?? 0;
        var shelf = state.Shelf;
        return new(
            isOnDisk ? "disk" : "memory",
            settings.RawRetention,
            isOnDisk ? shelf.FileBytes + log : shelf.MemoryBytes + heads,
            isOnDisk ? settings.DiskCapacity : settings.MemoryCapacity,
            Oldest_NeedsLock(state),
            health.Problem)
        {
            Tiers = [.. Enum.GetValues<Tier>().Select(tier => Of(tier, shelf, retention))],
            Directory = settings.Directory,
            Sync = settings.Directory is null ? null : SyncText(settings.SyncInterval),
            LastSync = lastSync,
            LiveSeries = state.Heads.Open.Sum(head => head.Head.SeriesCount),
            LiveStreams = state.Heads.Open.SelectMany(head => head.Head.Streams).Distinct().Count(),
            HeadBytes = heads,
            LogBytes = log,
            WriteFailures = health.WriteFailures,
            Damaged = health.Damaged,
            LastDamage = health.LastDamage,
        };
    }

    private static DateTimeOffset? Oldest_NeedsLock(StoreState state)
    {
        var sealedFirst = state.Shelf.Segments.Select(segment => (DateTimeOffset?)segment.Reader.First).Min();
        var openFirst = state.Heads.All.Min(head => head.Head.First);
        return sealedFirst is null || openFirst < sealedFirst ? openFirst : sealedFirst;
    }

    private static TierStatus Of(Tier tier, Shelf shelf, Retention retention)
    {
        var segments = shelf.Of(tier).ToList();
        return new(
            tier.ToString().ToLowerInvariant(),
            TierSteps.Of(tier),
            retention.Of(tier),
            segments.Sum(segment => segment.Reader.Bytes),
            segments.Count,
            segments.Count == 0 ? null : segments[0].Reader.First);
    }

    private static string SyncText(TimeSpan? interval) => interval switch
    {
        null => "left to the operating system",
        { Ticks: 0 } => "every tick",
        { } every => string.Create(CultureInfo.InvariantCulture, $"every {every.TotalSeconds:0.#} s"),
    };
}
