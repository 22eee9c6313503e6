using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>One line of an answer.</summary>
/// <param name="Group">Value of the grouping tag; empty without grouping.</param>
/// <param name="Points">Its points in ascending order; a gap in the data is a gap here.</param>
internal sealed record SeriesResult(string Group, ImmutableArray<SeriesPoint> Points);
