using System.Collections.Immutable;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The moments that every line of a page has values for, so that no line carries its own times.</summary>
/// <param name="First">The first moment, a multiple of the step since 1970.</param>
/// <param name="Step">Time between two moments.</param>
/// <param name="Count">Number of moments.</param>
internal readonly record struct Grid(DateTimeOffset First, TimeSpan Step, int Count)
{
    /// <summary>Gets the last moment.</summary>
    public DateTimeOffset Last => First + ((Count - 1) * Step);

    /// <summary>Lays the grid over the whole windows of a range; a range shorter than a step has none.</summary>
    public static Grid Over(TimeRange range, TimeSpan step)
    {
        var whole = Steps.Align(range, step);
        return new(whole.Start + step, step, (int)(whole.Length / step));
    }

    /// <summary>Rounds to four digits that matter, which is below a pixel and halves what is sent.</summary>
    public static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return 0;

        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits < 0 ? Math.Round(value) : Math.Round(value, Math.Min(digits, 15));
    }

    /// <summary>Keeps the largest value of each of at most so many columns, so that no peak is lost.</summary>
    public static ImmutableArray<double?> Thin(ImmutableArray<double?> values, int columns)
    {
        if (values.Length <= columns)
            return values;

        var thinned = new double?[columns];
        for (var column = 0; column < columns; column++)
        {
            var (from, to) = (column * values.Length / columns, (column + 1) * values.Length / columns);
            thinned[column] = values.AsSpan(from, to - from).ToArray().Max();
        }

        return [.. thinned];
    }

    /// <summary>Puts points onto the grid.</summary>
    public ImmutableArray<double?> Spread(IEnumerable<SeriesPoint> points) => Place(points, (_, value) => value);

    /// <summary>Puts points onto the grid and adds up those that meet.</summary>
    public ImmutableArray<double?> SpreadSum(IEnumerable<SeriesPoint> points) => Place(points, (held, value) => (held ?? 0) + value);

    private ImmutableArray<double?> Place(IEnumerable<SeriesPoint> points, Func<double?, double, double> join)
    {
        var values = new double?[Count];
        foreach (var point in points)
        {
            var at = (int)Math.Round((point.Time - First) / Step);
            if (at >= 0 && at < Count && double.IsFinite(point.Value))
                values[at] = Round(join(values[at], point.Value));
        }

        return [.. values];
    }
}
