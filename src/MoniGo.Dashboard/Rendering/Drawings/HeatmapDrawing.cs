using System.Globalization;
using System.Text;

namespace MoniGo.Dashboard;

/// <summary>Draws the cells of a heat map as SVG paths, one for each depth of colour; the client's <c>heatmaps.ts</c> draws the same.</summary>
internal static class HeatmapDrawing
{
    /// <summary>Depths of colour.</summary>
    public const int Levels = 7;

    /// <summary>Draws the cells of one depth, each a square of 1; neighbours in a row are one piece.</summary>
    /// <param name="map">The map.</param>
    /// <param name="level">The depth, from 1 to <see cref="Levels"/>.</param>
    public static string Cells(HeatmapAnswer map, int level)
    {
        var path = new StringBuilder();
        for (var row = 0; row < map.Rows; row++)
        {
            for (var column = 0; column < map.Columns.Length; column++)
            {
                var from = column;
                while (column < map.Columns.Length && LevelOf(map, column, row) == level)
                    column++;

                if (column > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {map.Rows - 1 - row}h{column - from}v1h{from - column}z");
            }
        }

        return path.ToString();
    }

    // By the logarithm: counts differ by orders of magnitude, and the rare slow ones are what one looks for.
    private static int LevelOf(HeatmapAnswer map, int column, int row)
    {
        var counts = map.Columns[column];
        var count = row < counts.Length ? counts[row] : 0;
        return count == 0 ? 0 : 1 + (int)Math.Floor(((Levels - 1) * Math.Log(count) / Math.Log(map.Top)) + 0.5);
    }
}
