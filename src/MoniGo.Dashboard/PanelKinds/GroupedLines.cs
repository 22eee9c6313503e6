using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Lines that come from the data: one for each of the largest groups, and one for the rest.</summary>
/// <param name="Query">The question; it must group by a tag.</param>
/// <param name="Top">Groups that get a line of their own.</param>
/// <param name="Label">Makes a group's value short enough for a legend.</param>
internal sealed record GroupedLines(SeriesQuery Query, int Top, Func<string, string> Label)
{
    /// <summary>Label of the line that holds the groups beyond <see cref="Top"/>.</summary>
    public const string Other = "other";

    /// <summary>Orders the groups of an answer by weight and gives each its label; groups of one label are together.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<SeriesResult> Results)> Split(IReadOnlyList<SeriesResult> answer)
    {
        var byWeight = answer
            .GroupBy(result => Label(result.Group), StringComparer.Ordinal)
            .Select(group => (Label: group.Key, Results: (IReadOnlyList<SeriesResult>)[.. group], Weight: group.Sum(Weight)))
            .OrderByDescending(group => group.Weight)
            .ThenBy(group => group.Label, StringComparer.Ordinal)
            .ToList();

        var lines = byWeight.Take(Top).Select(group => (group.Label, group.Results)).ToList();
        if (byWeight.Count > Top)
            lines.Add((Other, [.. byWeight.Skip(Top).SelectMany(group => group.Results)]));

        return lines;
    }

    private static double Weight(SeriesResult result) => result.Points.Sum(point => point.Value);
}
