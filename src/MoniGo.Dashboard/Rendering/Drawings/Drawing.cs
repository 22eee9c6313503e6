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
        (int X, int Y)? pen = null;
        foreach (var (x, value) in Places(values))
        {
            if (value is { } number)
                pen = Draw(path, pen, (x, Y(number, top, height)));
            else
                pen = null;
        }

        return path.ToString();
    }

    /// <summary>Draws the area under a line; a gap in the values is a gap in the area.</summary>
    public static string Area(ImmutableArray<double?> values, double top, int height)
    {
        var path = new StringBuilder();
        (int X, int Y)? pen = null;
        foreach (var (x, value) in Places(values))
        {
            if (value is { } number)
                pen = Draw(path, pen ?? Draw(path, null, (x, height)), (x, Y(number, top, height)));
            else
                Close();
        }

        Close();
        return path.ToString();

        void Close()
        {
            if (pen is not null)
                path.Append(CultureInfo.InvariantCulture, $"V{height}Z");

            pen = null;
        }
    }

    /// <summary>Rounds up to a number whose half is round too; the client's <c>niceTop</c> does the same.</summary>
    public static double NiceTop(double largest)
    {
        if (largest <= 0 || !double.IsFinite(largest))
            return 1;

        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        foreach (var step in (ReadOnlySpan<double>)[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
        {
            if (largest <= step * power * 1.0001)
                return step * power;
        }

        return 10 * power;
    }

    private static int Y(double value, double top, int height) =>
        (int)Math.Round(height - (Math.Clamp(value / top, 0, 1) * (height - 1)));

    // Relative coordinates repeat themselves, which halves what a path weighs compressed.
    private static (int X, int Y) Draw(StringBuilder path, (int X, int Y)? pen, (int X, int Y) to)
    {
        if (pen is { } from)
            path.Append(CultureInfo.InvariantCulture, $"l{to.X - from.X} {to.Y - from.Y}");
        else
            path.Append(CultureInfo.InvariantCulture, $"M{to.X} {to.Y}");

        return to;
    }

    private static IEnumerable<(int X, double? Value)> Places(ImmutableArray<double?> values)
    {
        var thinned = Grid.Thin(values, Columns);
        for (var column = 0; column < thinned.Length; column++)
            yield return (thinned.Length == 1 ? Width : column * Width / (thinned.Length - 1), thinned[column]);
    }
}
