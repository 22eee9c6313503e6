using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How the store is doing, on every page: the rail's line and what must be known.</summary>
/// <param name="Place">Where it is, and how far it reaches back.</param>
/// <param name="Text">What it takes, of what it may take.</param>
/// <param name="Share">Percent of what it may take.</param>
/// <param name="Warnings">What the rail warns of.</param>
/// <param name="Notes">What stands over the panels.</param>
internal sealed record StoreAnswer(
    string Place, string Text, double Share, ImmutableArray<StoreNote> Warnings, ImmutableArray<StoreNote> Notes)
{
    /// <summary>Tells how the store is doing, as of a moment.</summary>
    public static StoreAnswer Of(StoreStatus store, DashboardPage page, DateTimeOffset now) => new(
        store.Tiers.Min(tier => tier.Oldest) is { } oldest && oldest < now ? $"{store.Kind}, {Unit.WriteSpan(now - oldest)} back" : store.Kind,
        store.Capacity > 0 ? $"{Unit.WriteBytes(store.Bytes)} of {Unit.WriteBytes(store.Capacity)}" : Unit.WriteBytes(store.Bytes),
        store.Capacity <= 0 ? 0 : Math.Round(Math.Clamp(store.Bytes * 100d / store.Capacity, 0, 100), 1),
        [.. StoreNote.OfRail(store)],
        [.. page.Key == StoragePage.Key ? StoreNote.OfPage(store) : StoreNote.Of(store)]);
}
