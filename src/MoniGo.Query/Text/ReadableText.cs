using System.Globalization;

namespace MoniGo.Query;

/// <summary>Writes numbers for people as MoniGo does: two decimals and a unit, in the invariant culture.</summary>
/// <remarks>Text is made in the last layer only; everything before it passes numbers on.</remarks>
internal static class ReadableText
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;
    private const double Month = 30 * Day; // MoniGo's reckoning
    private const double Year = 360 * Day; // twelve such months

    private static readonly string[] ByteUnits = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>Writes bytes in steps of 1 024, such as <c>12.58 GB</c>.</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        while (Math.Abs(bytes) >= 1024 && unit < ByteUnits.Length - 1)
            (bytes, unit) = (bytes / 1024, unit + 1);

        return With(bytes, ByteUnits[unit]);
    }

    /// <summary>Writes a percentage that runs from 0 to 100, such as <c>12.34%</c>.</summary>
    public static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:F2}%");

    /// <summary>Writes a length of time in its largest unit of s, m, h, d, mo and y, such as <c>43.03 m</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < Minute => With(seconds, "s"),
        < Hour => With(seconds / Minute, "m"),
        < Day => With(seconds / Hour, "h"),
        < Month => With(seconds / Day, "d"),
        < Year => With(seconds / Month, "mo"),
        _ => With(seconds / Year, "y"),
    };

    /// <summary>Writes seconds as milliseconds, such as <c>11.28 ms</c>.</summary>
    public static string Milliseconds(double seconds) => With(seconds * 1000, "ms");

    private static string With(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:F2} {unit}");
}
