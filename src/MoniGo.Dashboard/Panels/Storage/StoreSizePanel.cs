using System.Globalization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How much the history takes, of how much it may take.</summary>
internal static class StoreSizePanel
{
    private const double Megabyte = 1 / 1_048_576d;

    private static readonly EmptyText NoReading = new("No reading yet", "The second tick brings it.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("store-size", "Size", Unit.Megabytes, Bytes)
    {
        About = "What all tiers and the log of the open hour take together. Where the cap is reached, the oldest segments make room.",
        Empty = NoReading,
        Fact = reading => TileAnswer.OfBytes(reading.Store.Bytes, Share(reading.Store)),
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("store-growth", "Size over time", Unit.Megabytes)
    {
        About = "What the history takes. It grows until its tiers have reached their retention or the cap, then it stays.",
        Empty = NoReading,
        Lines = [new("in use", Bytes, Tone.First)],
    };

    private static SeriesQuery Bytes => SeriesQuery.LastOf(OwnInstruments.StoreBytes.Name) with { Scale = Megabyte };

    private static string Share(StoreStatus store)
    {
        var place = store.Kind is "memory" ? "in memory" : "on disk";
        return store.Capacity <= 0 ? place : string.Create(
            CultureInfo.InvariantCulture, $"of {Unit.WriteBytes(store.Capacity)} {place}, {Unit.Write(store.Bytes * 100d / store.Capacity)} %");
    }
}
