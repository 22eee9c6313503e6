using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How the store is doing right now: its costs and its health.</summary>
internal static class StoreFacts
{
    private static readonly EmptyText Nothing = new("No reading", "The store says nothing about it.");
    private static readonly TimeSpan SealedHour = TimeSpan.FromHours(1);

    /// <summary>Gets what a day of one series takes.</summary>
    public static FactPanel PerSeries { get; } = new("store-per-series", "Per series", ReadPerSeries)
    {
        About = "What one series takes a day: the bytes of the raw tier, divided by the days it reaches back and by the series that are live now.",
        Empty = Nothing,
    };

    /// <summary>Gets the series of the open hour.</summary>
    public static FactPanel LiveSeries { get; } = new("store-series", "Live series", ReadLiveSeries)
    {
        About = "Series of the open hour. They are held in memory, compressed, until the hour is sealed.",
        Empty = Nothing,
    };

    /// <summary>Gets the size of the log.</summary>
    public static FactPanel Log { get; } = new("store-log", "Log", ReadLog)
    {
        About = "The write-ahead log of the open hour, which is replayed after a crash. It starts anew when the hour is sealed.",
        Empty = Nothing,
    };

    /// <summary>Gets how long ago the disk was made to hold everything.</summary>
    public static FactPanel LastSync { get; } = new("store-sync", "Last sync", ReadLastSync)
    {
        About = "When the disk last held everything for sure. A killed process loses nothing that was written since; a machine that loses power does.",
        Empty = Nothing,
    };

    /// <summary>Gets whether writing works.</summary>
    public static FactPanel Writes { get; } = new("store-writes", "Writes", ReadWrites)
    {
        About = "Whether ticks reach the disk. While they do not, the history is kept in memory within its limit, and moves to disk when that works again.",
        Empty = Nothing,
    };

    /// <summary>Gets what was found damaged.</summary>
    public static FactPanel Damage { get; } = new("store-damage", "Damage", ReadDamage)
    {
        About = "Files and parts of files that could not be read. They are moved into the folder aside of the store's directory, and the rest is served.",
        Empty = Nothing,
    };

    private static TileAnswer ReadPerSeries(PanelReading reading)
    {
        var raw = reading.Store.Tiers.FirstOrDefault(tier => tier.Step == TimeSpan.Zero);
        if (raw?.Oldest is not { } oldest || reading.Now - oldest < SealedHour || raw.Bytes == 0 || reading.Store.LiveSeries == 0)
            return new(Unit.Write(null), "", "after an hour");

        var daily = raw.Bytes / (reading.Now - oldest).TotalDays / reading.Store.LiveSeries;
        return TileAnswer.OfBytes(daily, "raw ticks", "/day");
    }

    private static TileAnswer ReadLiveSeries(PanelReading reading) =>
        new(Unit.Write(reading.Store.LiveSeries), "", $"{Unit.WriteBytes(reading.Store.HeadBytes)} held");

    private static TileAnswer ReadLog(PanelReading reading) => IsInMemory(reading.Store)
        ? new(Unit.Write(null), "", "nothing on disk")
        : TileAnswer.OfBytes(reading.Store.LogBytes, "open hour");

    private static TileAnswer ReadLastSync(PanelReading reading)
    {
        var store = reading.Store;
        if (store.LastSync is not { } last)
            return new(Unit.Write(null), "", IsInMemory(store) ? "nothing on disk" : store.Sync);

        var age = Unit.WriteSpan(reading.Now > last ? reading.Now - last : TimeSpan.Zero).Split(' ');
        return new(age[0], $"{age[1]} ago", store.Sync);
    }

    private static TileAnswer ReadWrites(PanelReading reading) => reading.Store switch
    {
        { Problem: { } problem } store => new("failing", "", IsInMemory(store) ? "kept in memory" : problem, Tone.Bad),
        { WriteFailures: > 0 } store => new("fine", "", $"{Unit.Write(store.WriteFailures)} failed before", Tone.Warn),
        { Kind: "memory" } => new(Unit.Write(null), "", "nothing on disk"),
        _ => new("fine", "", "none failed", Tone.Good),
    };

    private static TileAnswer ReadDamage(PanelReading reading) => reading.Store.Damaged == 0
        ? new("0", "", "none found")
        : new(Unit.Write(reading.Store.Damaged), "", reading.Store.LastDamage ?? "set aside", Tone.Warn);

    private static bool IsInMemory(StoreStatus store) => store.Kind is "memory";
}
