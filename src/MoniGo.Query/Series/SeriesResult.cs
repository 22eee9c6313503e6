using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>One line of an answer.</summary>
/// <param name="Values">Values of the grouping tags, in the question's order, empty where a series has none; none without grouping.</param>
/// <param name="Points">Its points in ascending order; a gap in the data is a gap here.</param>
internal sealed record SeriesResult(ImmutableArray<string> Values, ImmutableArray<SeriesPoint> Points)
{
    /// <summary>Makes a line of one value of one tag.</summary>
    public SeriesResult(string value, ImmutableArray<SeriesPoint> points)
        : this([value], points)
    {
    }

    /// <summary>Gets the values as one text: the value itself where one tag groups, and nothing without grouping.</summary>
    public string Group => string.Join(", ", Values);

    /// <summary>Gets whether the line joins all groups that have none of their own.</summary>
    public bool IsRest { get; private init; }

    /// <summary>Makes the line of all groups that have none of their own.</summary>
    public static SeriesResult Rest(ImmutableArray<SeriesPoint> points) => new("(other)", points) { IsRest = true };
}
