using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>What a table has read: the rows shown, and of how many.</summary>
/// <param name="Rows">The rows, in the order shown.</param>
internal readonly record struct TableRows(ImmutableArray<TableRow> Rows)
{
    /// <summary>Makes them of rows in the order shown.</summary>
    public TableRows(IEnumerable<TableRow> rows)
        : this([.. rows])
    {
    }

    /// <summary>Gets the number of rows that a long table has on all its pages, as searched; null where this is all.</summary>
    public int? Total { get; init; }

    /// <summary>Gets the place of the first row among them, from 1.</summary>
    public int First { get; init; }

    /// <summary>Sorts, searches and pages rows that were all read.</summary>
    /// <param name="all">All rows.</param>
    /// <param name="reading">What the address asks for.</param>
    /// <param name="name">What a search looks at.</param>
    /// <param name="sortBy">Gives what to sort by for a column's key; nulls come last.</param>
    /// <param name="write">Writes a row that is shown.</param>
    public static TableRows Of<T>(
        IReadOnlyCollection<T> all, PanelReading reading, Func<T, string> name, Func<string, Func<T, IComparable?>> sortBy, Func<T, TableRow> write)
    {
        var listing = reading.Listing;
        List<T> found = [.. all.Where(row => name(row).Contains(listing.Search, StringComparison.OrdinalIgnoreCase))];
        var key = sortBy(listing.Key);
        var byPresence = found.OrderBy(row => key(row) is null);
        var sorted = (listing.IsDescending ? byPresence.ThenByDescending(key) : byPresence.ThenBy(key)).ThenBy(name, StringComparer.Ordinal);
        return Of(sorted, found.Count, reading, write);
    }

    private static TableRows Of<T>(IEnumerable<T> sorted, int total, PanelReading reading, Func<T, TableRow> write)
    {
        var skipped = reading.Skip(total);
        return new(sorted.Skip(skipped).Take(reading.PageSize).Select(write)) { Total = total, First = skipped + 1 };
    }
}
