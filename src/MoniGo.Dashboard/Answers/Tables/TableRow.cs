using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>One row of a table: a cell for each column.</summary>
internal sealed record TableRow(ImmutableArray<Cell> Cells)
{
    /// <summary>Gets why its estimates say little, which dims them; null when they are sound.</summary>
    public string? Doubt { get; init; }
}
