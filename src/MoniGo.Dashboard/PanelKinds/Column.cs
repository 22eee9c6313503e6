namespace MoniGo.Dashboard;

/// <summary>One column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">How its cells are set.</param>
/// <param name="IsEstimate">Whether it needs many values to mean something, as a percentile does.</param>
/// <param name="IsMinor">Whether narrow screens leave it out.</param>
internal sealed record Column(string Title, ColumnKind Kind = ColumnKind.Number, bool IsEstimate = false, bool IsMinor = false);
