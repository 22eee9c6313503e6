namespace MoniGo.Dashboard;

/// <summary>One column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">How its cells are set.</param>
/// <param name="IsEstimate">Whether it needs many values to mean something, as a percentile does.</param>
/// <param name="IsMinor">Whether narrow screens leave it out.</param>
internal sealed record Column(string Title, ColumnKind Kind = ColumnKind.Number, bool IsEstimate = false, bool IsMinor = false)
{
    /// <summary>Gets whether also tablets leave it out, where it would squeeze the name.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Gets what the address calls an order by this column; null where rows cannot be sorted by it.</summary>
    public string? SortKey { get; init; }

    /// <summary>Gets the order that the first click on its heading leads to: names from A, numbers from the largest.</summary>
    public string FirstOrder => Kind is ColumnKind.Name or ColumnKind.Function or ColumnKind.Word or ColumnKind.Text ? SortKey ?? "" : "-" + SortKey;
}
