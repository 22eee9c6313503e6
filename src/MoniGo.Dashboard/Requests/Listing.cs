using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Which part of a long table is shown: how it is sorted, what is searched for, which page of it.</summary>
/// <param name="Sort">Key of the column to sort by, after <c>-</c> for the largest first; empty for the table's own order.</param>
/// <param name="Search">What rows must contain; empty for all.</param>
/// <param name="Page">Which page of the rows, from 1.</param>
internal sealed record Listing(string Sort, string Search, int Page)
{
    /// <summary>Most characters to search for.</summary>
    public const int MaxSearch = 200;

    /// <summary>Last page that an address may ask for.</summary>
    public const int MaxPage = 10_000;

    /// <summary>Gets the first page of all rows in the table's own order.</summary>
    public static Listing Start { get; } = new("", "", 1);

    /// <summary>Gets what narrows the rows, by <see cref="ListFilter.Key"/>; a filter that lets all pass is absent.</summary>
    public TagSet Filters { get; init; } = TagSet.Empty;

    /// <summary>Gets the key of the column to sort by.</summary>
    public string Key => Sort.TrimStart('-');

    /// <summary>Gets whether the largest come first.</summary>
    public bool IsDescending => Sort.StartsWith('-');

    /// <summary>Gets what the address holds of it: nothing at the start.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters
    {
        get
        {
            if (Sort.Length > 0)
                yield return new("sort", Sort);

            if (Search.Length > 0)
                yield return new("q", Search);

            foreach (var filter in Filters)
                yield return filter;

            if (Page > 1)
                yield return new("p", Page.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Gives the order that a click on a column's heading leads to: its own first, then the other way round.</summary>
    public Listing SortedBy(Column column)
    {
        var first = column.FirstOrder;
        return this with { Sort = string.Equals(Sort, first, StringComparison.Ordinal) ? Reverse(first) : first, Page = 1 };
    }

    /// <summary>Gives the rows that a choice of a filter leads to.</summary>
    public Listing FilteredBy(string key, string value) => this with
    {
        Filters = TagSet.Create([.. Filters.Where(filter => filter.Key != key), .. value.Length > 0 ? [new(key, value)] : Array.Empty<KeyValuePair<string, string>>()]),
        Page = 1,
    };

    private static string Reverse(string sort) => sort.StartsWith('-') ? sort[1..] : "-" + sort;
}
