using System.Collections.Immutable;
using System.Globalization;

namespace MoniGo.Dashboard;

/// <summary>How far the ticks of each step reached below and above a line; made small, as a page carries many.</summary>
/// <param name="Unit">What one level is worth.</param>
/// <param name="Below">Levels from the smallest tick up to the line, for each step one whole number; 0 where there is no line.</param>
/// <param name="Above">Levels from the line up to the largest tick, likewise.</param>
internal sealed record BandAnswer(double Unit, ImmutableArray<int> Below, ImmutableArray<int> Above)
{
    // About a pixel; four times as many would weigh a third more.
    private const int Levels = 100;

    /// <summary>Measures a band around a line; null when every step holds one value only.</summary>
    /// <param name="values">The line.</param>
    /// <param name="least">Smallest tick of each step.</param>
    /// <param name="most">Largest tick of each step.</param>
    public static BandAnswer? Around(ImmutableArray<double?> values, ImmutableArray<double?> least, ImmutableArray<double?> most)
    {
        var largest = most.Concat(values).Select(value => Math.Abs(value ?? 0)).DefaultIfEmpty(0).Max();
        var unit = double.Parse((largest / Levels).ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (!(unit > 0) || !double.IsFinite(unit))
            return null;

        var (below, above) = (Count(values, least, unit), Count(most, values, unit));
        return below.Any(level => level > 0) || above.Any(level => level > 0) ? new(unit, below, above) : null;
    }

    private static ImmutableArray<int> Count(ImmutableArray<double?> upper, ImmutableArray<double?> lower, double unit) =>
        [.. upper.Zip(lower, (high, low) => (int)Math.Max(0, Math.Round(((high - low) ?? 0) / unit)))];
}
