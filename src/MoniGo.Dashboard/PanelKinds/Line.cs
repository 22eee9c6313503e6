using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>One line of a chart: what it asks and how it is called.</summary>
internal sealed record Line(string Label, SeriesQuery Query, Tone Tone)
{
    /// <summary>Gets which groups of a grouped query count; their sum is the line, zero when none does.</summary>
    public Func<string, bool>? Keep { get; init; }

    /// <summary>Gets whether it shows how far single ticks reached around it, on ranges of an hour and more; gauges can.</summary>
    public bool HasBand { get; init; }

    /// <summary>Joins an answer into the points of this line.</summary>
    public IEnumerable<SeriesPoint> Join(IReadOnlyList<SeriesResult> answer)
    {
        if (Keep is null)
            return answer.Count == 0 ? [] : answer[0].Points;

        var sums = new SortedDictionary<DateTimeOffset, double>();
        foreach (var result in answer)
        {
            var counts = Keep(result.Group);
            foreach (var point in result.Points)
                sums[point.Time] = sums.GetValueOrDefault(point.Time) + (counts ? point.Value : 0);
        }

        return sums.Select(sum => new SeriesPoint(sum.Key, sum.Value, sum.Value, sum.Value));
    }
}
