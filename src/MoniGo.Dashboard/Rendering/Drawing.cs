using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MoniGo.Dashboard;

/// <summary>Draws lines as SVG paths, for the first paint and for browsers without JavaScript.</summary>
internal static class Drawing
{
    /// <summary>Width of every drawing, in its own units; browsers stretch it.</summary>
    public const int Width = 400;

    // More columns than this are below what a browser without JavaScript needs, and weigh on the first load.
    private const int Columns = 100;

    /// <summary>Draws a line between 0 and <paramref name="top"/>; a gap in the values is a gap in the line.</summary>
    public static string Line(ImmutableArray<double?> values, double top, int height)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (x, value) in Thin(values))
        {
            if (value is { } number)
                path.Append(CultureInfo.InvariantCulture, $"{pen}{x:0} {Y(number, top, height):0}");

            pen = value is null ? 'M' : 'L';
        }

        return path.ToString();
    }

    /// <summary>Draws the area under a line; a gap reads as zero.</summary>
    public static string Area(ImmutableArray<double?> values, double top, int height)
    {
        var path = new StringBuilder();
        foreach (var (x, value) in Thin(values))
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? $"M{x:0} {height}L" : "L")}{x:0} {Y(value ?? 0, top, height):0}");

        return path.Length == 0 ? "" : path.Append(CultureInfo.InvariantCulture, $"L{Width} {height}Z").ToString();
    }

    /// <summary>Rounds up to 1, 2, 2.5 or 5 times a power of ten, so that half of it is round too; the client does the same.</summary>
    public static double NiceTop(double largest)
    {
        if (largest <= 0 || !double.IsFinite(largest))
            return 1;

        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        foreach (var step in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (largest <= step * power * 1.0001)
                return step * power;
        }

        return 10 * power;
    }

    private static double Y(double value, double top, int height) => height - (Math.Clamp(value / top, 0, 1) * (height - 1));

    private static IEnumerable<(double X, double? Value)> Thin(ImmutableArray<double?> values)
    {
        // The largest of each column stays, so that no peak is lost.
        var count = Math.Min(values.Length, Columns);
        for (var column = 0; column < count; column++)
        {
            var (from, to) = (column * values.Length / count, (column + 1) * values.Length / count);
            double? largest = null;
            for (var at = from; at < to; at++)
                largest = values[at] is { } value && !(value <= largest) ? value : largest;

            yield return (count == 1 ? Width : (double)column * Width / (count - 1), largest);
        }
    }
}
