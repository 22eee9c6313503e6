using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Gathers the windows of many series by group and time, and gives one line per group.</summary>
internal sealed class SeriesGroups(SeriesQuery query)
{
    private readonly SortedDictionary<string, Dictionary<DateTimeOffset, GroupWindow>> _groups = new(StringComparer.Ordinal);

    /// <summary>Adds what one series did in one window.</summary>
    public void Add(SeriesKey series, in SampleWindow window)
    {
        var name = query.GroupBy is { } tag ? series.Tags[tag] ?? "" : "";
        if (!_groups.TryGetValue(name, out var group))
            _groups.Add(name, group = []);

        ref var joined = ref CollectionsMarshal.GetValueRefOrAddDefault(group, window.End, out _);
        joined ??= new(query);
        joined.Add(window);
    }

    /// <summary>Reduces every window; groups in ordinal order, and those without a point left out.</summary>
    /// <param name="seconds">Time that the increase of a window came about in, when it follows another without a gap.</param>
    public IReadOnlyList<SeriesResult> ToResults(double seconds) =>
        [.. from pair in _groups
            let points = Points(pair.Value, seconds)
            where !points.IsEmpty
            select new SeriesResult(pair.Key, points)];

    private static ImmutableArray<SeriesPoint> Points(Dictionary<DateTimeOffset, GroupWindow> windows, double seconds)
    {
        var points = ImmutableArray.CreateBuilder<SeriesPoint>(windows.Count);
        DateTimeOffset? before = null;
        foreach (var (end, window) in windows.OrderBy(pair => pair.Key))
        {
            // Growth across a gap came about during the gap: spread over one step it would be a spike that never was.
            var point = window.Reduce(end, before is null ? seconds : (end - before.Value).TotalSeconds);
            if (double.IsFinite(point.Value))
                points.Add(point);

            before = end;
        }

        return points.ToImmutable();
    }
}
