using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Gathers the windows of many series by group, and gives one line per group.</summary>
internal sealed class SeriesGroups(SeriesQuery query)
{
    /// <summary>Most groups told apart; the series of any further ones are joined, as a tag may have a value per customer.</summary>
    public const int MaxGroups = 500;

    private readonly SortedDictionary<ImmutableArray<string>, GroupLine> _groups = new(GroupOrder.Instance);
    private GroupLine? _beyond;

    /// <summary>Adds what one series did.</summary>
    public void Add(SeriesKey series, ReadOnlySpan<SampleWindow> windows) => LineOf(series.Tags).Add(windows);

    /// <summary>Reduces every window; groups in ordinal order or the largest first, and those without a point left out.</summary>
    /// <param name="seconds">Time that the increase of a window came about in, when it follows another without a gap.</param>
    public IReadOnlyList<SeriesResult> ToResults(double seconds)
    {
        var lines = (from pair in _groups
                     let points = pair.Value.ToPoints(seconds)
                     where !points.IsEmpty
                     select (Line: pair.Value, Result: new SeriesResult(pair.Key, points))).ToList();
        if (query.Top is not { } top)
            return [.. lines.Select(line => line.Result), .. Rest([], seconds)];

        var ranked = lines.OrderByDescending(line => Weight(line.Result.Points)).ToList();
        var rest = query.WithRest ? Rest(ranked.Skip(top).Select(line => line.Line), seconds) : [];
        return [.. ranked.Take(top).Select(line => line.Result), .. rest];
    }

    private GroupLine LineOf(TagSet tags)
    {
        ImmutableArray<string> values = [.. query.GroupBy.Select(tag => tags[tag] ?? "")];
        if (_groups.TryGetValue(values, out var line))
            return line;

        if (_groups.Count >= MaxGroups)
            return _beyond ??= new(query);

        return _groups[values] = new(query);
    }

    // Joined window by window as one group of all their series, so that means and quantiles are of what was measured.
    private IEnumerable<SeriesResult> Rest(IEnumerable<GroupLine> lines, double seconds)
    {
        var joined = new GroupLine(query);
        foreach (var line in _beyond is null ? lines : lines.Append(_beyond))
            joined.Add(line);

        if (joined.ToPoints(seconds) is { IsEmpty: false } points)
            yield return SeriesResult.Rest(points);
    }

    // What grows is weighed by how much it grew; what stands, by how high it stood while it did.
    private double Weight(ImmutableArray<SeriesPoint> points) => query.InTime is TimeReduction.Increase or TimeReduction.Rate or TimeReduction.Delta
        ? points.Sum(point => point.Value)
        : points.Average(point => point.Value);
}
