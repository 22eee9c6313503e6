using System.Globalization;

namespace MoniGo.Dashboard;

/// <summary>How a panel writes its numbers; the client's <c>format.ts</c> writes them the same way.</summary>
/// <param name="Suffix">What follows the number; empty for a bare count.</param>
internal sealed record Unit(string Suffix)
{
    /// <summary>Stands for a number that is not known.</summary>
    public const string Nothing = "–";

    private const double DaysOfYear = 365;

    /// <summary>Gets a bare count.</summary>
    public static Unit Count { get; } = new("");

    /// <summary>Gets events per second.</summary>
    public static Unit PerSecond { get; } = new("/s");

    /// <summary>Gets milliseconds.</summary>
    public static Unit Milliseconds { get; } = new("ms");

    /// <summary>Gets percent.</summary>
    public static Unit Percent { get; } = new("%");

    /// <summary>Gets mebibytes, written MB as .NET's own tools do.</summary>
    public static Unit Megabytes { get; } = new("MB");

    /// <summary>Gets mebibytes per second.</summary>
    public static Unit MegabytesPerSecond { get; } = new("MB/s");

    /// <summary>Writes a number with about three digits that matter, without the suffix.</summary>
    public static string Write(double? value) => value is not { } number || !double.IsFinite(number)
        ? Nothing
        : Math.Abs(number) switch
        {
            0 => "0",
            < 0.01 => number < 0 ? "-0.01" : "<0.01",
            < 9.995 => number.ToString("0.##", CultureInfo.InvariantCulture),
            < 99.95 => number.ToString("0.#", CultureInfo.InvariantCulture),
            < 999_999.5 => number.ToString("#,0", CultureInfo.InvariantCulture),
            < 999_500_000 => (number / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
            _ => (number / 1e9).ToString("#,0.##", CultureInfo.InvariantCulture) + "G",
        };

    /// <summary>Writes a number for an axis, where there is room for five characters.</summary>
    public static string WriteShort(double value) => value is >= 9999.5 and < 999_500 ? Write(value / 1e3) + "k" : Write(value);

    /// <summary>Writes bytes with a fitting unit.</summary>
    public static string WriteBytes(double bytes)
    {
        ReadOnlySpan<string> names = ["B", "KB", "MB", "GB", "TB"];
        var name = 0;
        for (; bytes >= 1024 && name < names.Length - 1; name++)
            bytes /= 1024;

        return $"{Write(bytes)} {names[name]}";
    }

    /// <summary>Writes a length of time in its largest whole unit.</summary>
    public static string WriteSpan(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 * DaysOfYear } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays / DaysOfYear:0.#} y"),
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} d"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
    };

    /// <summary>Writes a short duration in the unit that suits it, from microseconds to minutes and on.</summary>
    /// <param name="seconds">The duration; null or not a number when unknown.</param>
    public static string WriteDuration(double? seconds) => seconds switch
    {
        null or double.NaN => Nothing,
        < 0.000_9995 => $"{Write(seconds * 1e6)} µs",
        < 0.9995 => $"{Write(seconds * 1e3)} ms",
        < 120 => $"{Write(seconds)} s",
        _ => WriteSpan(TimeSpan.FromSeconds(seconds.Value)),
    };
}
