namespace MoniGo.Dashboard;

/// <summary>One column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">How its cells are set.</param>
internal sealed record Column(string Title, ColumnKind Kind = ColumnKind.Number);
