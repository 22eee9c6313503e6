using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MoniGo.Dashboard;

/// <summary>A trend small enough to stand in each row of a table: at most 24 values, one character each.</summary>
/// <remarks>The client's <c>trends.ts</c> draws the same.</remarks>
internal static class Trend
{
    /// <summary>Most values of a trend.</summary>
    public const int Columns = 24;

    /// <summary>Width of one value, in units of the drawing.</summary>
    public const int Wide = 4;

    /// <summary>The highest level, in units of the drawing.</summary>
    public const int Top = 18;

    private const char Gap = '-';
    private const string Levels = "0123456789abcdefghi";

    /// <summary>Writes values as levels of the largest of them: <c>0</c> to <c>i</c>, and <c>-</c> where nothing was measured.</summary>
    public static string Write(ImmutableArray<double?> values)
    {
        var thinned = Grid.Thin(values, Columns);
        var largest = thinned.Max() ?? 0;
        return string.Create(thinned.Length, (thinned, largest), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = from.thinned[i] is { } value ? Levels[LevelOf(value, from.largest)] : Gap;
        });
    }

    /// <summary>Draws what <see cref="Write"/> wrote, as the path of an SVG.</summary>
    public static string Draw(string trend)
    {
        var path = new StringBuilder();
        int? before = null;
        for (var i = 0; i < trend.Length; i++)
        {
            int? level = trend[i] == Gap ? null : Levels.IndexOf(trend[i], StringComparison.Ordinal);
            if (level is { } to)
                path.Append(CultureInfo.InvariantCulture, $"{(before is { } from ? $"l{Wide} {from - to}" : $"M{i * Wide} {Top - to}h0")}");

            before = level;
        }

        return path.ToString();
    }

    private static int LevelOf(double value, double largest) =>
        largest > 0 ? (int)Math.Round(Math.Clamp(value / largest, 0, 1) * Top) : 0;
}
