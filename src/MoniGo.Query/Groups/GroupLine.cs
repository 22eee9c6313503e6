using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>The windows of one group by time, which become the points of its line.</summary>
internal sealed class GroupLine(SeriesQuery query)
{
    private readonly Dictionary<DateTimeOffset, GroupWindow> _windows = [];

    /// <summary>Adds what one series did.</summary>
    public void Add(ReadOnlySpan<SampleWindow> windows)
    {
        foreach (ref readonly var window in windows)
            At(window.End).Add(window);
    }

    /// <summary>Adds what another group did.</summary>
    public void Add(GroupLine other)
    {
        foreach (var (end, window) in other._windows)
            At(end).Add(window);
    }

    /// <summary>Reduces every window, in order of time; one without a number is a gap.</summary>
    /// <param name="seconds">Time that the increase of a window came about in, when it follows another without a gap.</param>
    public ImmutableArray<SeriesPoint> ToPoints(double seconds)
    {
        var points = ImmutableArray.CreateBuilder<SeriesPoint>(_windows.Count);
        DateTimeOffset? before = null;
        foreach (var (end, window) in _windows.OrderBy(pair => pair.Key))
        {
            // Growth across a gap came about during the gap: spread over one step it would be a spike that never was.
            var point = window.Reduce(end, before is null ? seconds : (end - before.Value).TotalSeconds);
            if (double.IsFinite(point.Value))
                points.Add(point);

            before = end;
        }

        return points.ToImmutable();
    }

    private GroupWindow At(DateTimeOffset end)
    {
        ref var window = ref CollectionsMarshal.GetValueRefOrAddDefault(_windows, end, out _);
        return window ??= new(query);
    }
}
