using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Tells how the store is doing.</summary>
internal static class StoreReport
{
    /// <summary>Reads the heads under the store's lock, and all that never changes outside it.</summary>
    public static StoreStatus Of(
        StoreSettings settings, StoreState state, Retention retention, StoreHealth health, DateTimeOffset? lastSync)
    {
        var (open, shelf) = Open.Read(state);
        return new(
            open.IsOnDisk ? "disk" : "memory",
            settings.RawRetention,
            open.IsOnDisk ? shelf.FileBytes + open.LogBytes : shelf.MemoryBytes + open.HeadBytes,
            open.IsOnDisk ? settings.DiskCapacity : settings.MemoryCapacity,
            shelf.Segments is [var first, ..] && !(open.First < first.Reader.First) ? first.Reader.First : open.First,
            health.Problem)
        {
            Tiers = [.. Enum.GetValues<Tier>().Select(tier => Of(tier, shelf, retention))],
            Directory = settings.Directory,
            Sync = settings.Directory is null ? null : SyncText(settings.SyncInterval),
            LastSync = lastSync,
            LiveSeries = open.Series,
            LiveStreams = open.Streams,
            HeadBytes = open.HeadBytes,
            LogBytes = open.LogBytes,
            WriteFailures = health.WriteFailures,
            Damaged = health.Damaged,
            LastDamage = health.LastDamage,
        };
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

    /// <summary>What changes with every tick.</summary>
    private readonly record struct Open(bool IsOnDisk, long HeadBytes, long LogBytes, int Series, int Streams, DateTimeOffset? First)
    {
        public static (Open Open, Shelf Shelf) Read(StoreState state)
        {
            lock (state.Lock)
            {
                var heads = state.Heads;
                var open = new Open(
                    state.Log is not null,
                    heads.Bytes,
                    state.Log?.Length ?? 0,
                    heads.Open.Sum(head => head.Head.SeriesCount),
                    heads.Open.SelectMany(head => head.Head.Streams).Distinct().Count(),
                    heads.All.Min(head => head.Head.First));
                return (open, state.Shelf);
            }
        }
    }
}
