namespace MoniGo.Storage;

/// <summary>A value that was chosen among those of several sources.</summary>
/// <param name="Part">The source.</param>
/// <param name="Index">The value's index in the <see cref="SeriesRows"/> of that source.</param>
internal readonly record struct RowPick(int Part, int Index);
