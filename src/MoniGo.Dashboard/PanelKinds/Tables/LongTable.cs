using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>How a table too long to be shown whole is sorted and searched, over the address and by the server.</summary>
/// <param name="Sort">Its own order: key of a column, after <c>-</c> for the largest first.</param>
/// <param name="SearchLabel">What the field to search in is called, such as "Find a function".</param>
internal sealed record LongTable(string Sort, string SearchLabel)
{
    /// <summary>Gets how many rows one page has; 50 by default.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Gets what else narrows the rows; nothing by default.</summary>
    public ImmutableArray<ListFilter> Filters { get; init; } = [];
}
