using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>A range that ends now, as a button offers it.</summary>
internal sealed record ViewRange(string Name, TimeSpan Length, string Spoken)
{
    /// <summary>Gets the ranges offered, shortest first.</summary>
    public static ImmutableArray<ViewRange> All { get; } =
    [
        new("5m", TimeSpan.FromMinutes(5), "5 minutes"),
        new("15m", TimeSpan.FromMinutes(15), "15 minutes"),
        new("1h", TimeSpan.FromHours(1), "1 hour"),
        new("6h", TimeSpan.FromHours(6), "6 hours"),
        new("24h", TimeSpan.FromHours(24), "24 hours"),
        new("7d", TimeSpan.FromDays(7), "7 days"),
        new("30d", TimeSpan.FromDays(30), "30 days"),
    ];

    /// <summary>Gives the ranges that the store can hold; the hour always, and the one that is shown.</summary>
    public static IEnumerable<ViewRange> Offered(StoreStatus store, ViewRange? shown)
    {
        var reach = store.Tiers.Select(tier => tier.Retention).Append(store.Retention).Max();
        return All.Where(range => reach <= TimeSpan.Zero || range.Length <= TimeSpan.FromHours(1) || range.Length <= reach || ReferenceEquals(range, shown));
    }

    /// <summary>Finds a range by its name; null when there is none.</summary>
    public static ViewRange? Find(string name) =>
        All.FirstOrDefault(range => string.Equals(range.Name, name, StringComparison.Ordinal));
}
