using System.Globalization;
using System.Text.RegularExpressions;

namespace MoniGo.Hosting;

/// <summary>Reads and writes lengths of time as people do, such as 30s, 12h, 7d or 1month.</summary>
/// <remarks>These are MoniGo's forms; those of <see cref="TimeSpan"/> are read too, by which a bare number is days.</remarks>
internal static partial class DurationText
{
    /// <summary>What is legal, for the end of a sentence.</summary>
    public const string Forms = "a length of time such as 500ms, 30s, 5m, 12h, 7d, 2w, 1month, 1y or 00:00:30";

    /// <summary>Reads a text; decimals and several parts (<c>1h30m</c>) are fine.</summary>
    public static bool TryRead(string text, out TimeSpan length)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out length))
            return true;

        var match = Parts().Match(text.Trim());
        if (!match.Success)
            return false;

        var ticks = match.Groups["amount"].Captures.Zip(match.Groups["unit"].Captures, TicksOf).Sum();
        length = ticks <= TimeSpan.MaxValue.Ticks ? new((long)ticks) : TimeSpan.Zero;
        return ticks <= TimeSpan.MaxValue.Ticks;
    }

    /// <summary>Writes a length in its largest whole unit.</summary>
    public static string Write(TimeSpan length) => length switch
    {
        { Ticks: 0 } => "0s",
        _ when length.Ticks % TimeSpan.TicksPerDay == 0 => Of(length.TotalDays, "d"),
        _ when length.Ticks % TimeSpan.TicksPerHour == 0 => Of(length.TotalHours, "h"),
        _ when length.Ticks % TimeSpan.TicksPerMinute == 0 => Of(length.TotalMinutes, "m"),
        _ when length.Ticks % TimeSpan.TicksPerSecond == 0 => Of(length.TotalSeconds, "s"),
        _ => Of(length.TotalMilliseconds, "ms"),
    };

    private static string Of(double amount, string unit) => FormattableString.Invariant($"{amount}{unit}");

    private static decimal TicksOf(Capture amount, Capture unit) => decimal.Parse(amount.Value, CultureInfo.InvariantCulture) * unit.Value switch
    {
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        "d" => TimeSpan.TicksPerDay,
        "w" => 7 * TimeSpan.TicksPerDay,
        "month" => 30 * TimeSpan.TicksPerDay,
        _ => 365 * TimeSpan.TicksPerDay,
    };

    // The limits keep the sum far within a decimal.
    [GeneratedRegex(@"^(?:(?<amount>[0-9]{1,12}(?:\.[0-9]{1,9})?)(?<unit>ms|s|month|m|h|d|w|y)){1,8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
