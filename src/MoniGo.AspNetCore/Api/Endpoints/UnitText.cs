using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Writes numbers that may be missing as MoniGo's texts with units; <c>n/a</c> without a reading.</summary>
internal static class UnitText
{
    /// <summary>What stands for a reading that is missing.</summary>
    public const string Missing = "n/a";

    public static string Bytes(double? bytes) => bytes is { } known ? ReadableText.Bytes(known) : Missing;

    public static string Percent(double? percent) => percent is { } known ? ReadableText.Percent(known) : Missing;

    public static string Duration(double? seconds) => seconds is { } known ? ReadableText.Duration(known) : Missing;

    public static string Milliseconds(double? seconds) => seconds is { } known ? ReadableText.Milliseconds(known) : Missing;

    /// <summary>Writes a retention as MoniGo's options read it, such as <c>7d</c> or <c>12h</c>.</summary>
    public static string Retention(TimeSpan time) => time switch
    {
        { Ticks: 0 } => "0s",
        _ when time.Ticks % TimeSpan.TicksPerDay == 0 => Of(time.TotalDays, "d"),
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => Of(time.TotalHours, "h"),
        _ when time.Ticks % TimeSpan.TicksPerMinute == 0 => Of(time.TotalMinutes, "m"),
        _ => Of(time.TotalSeconds, "s"),
    };

    private static string Of(double amount, string unit) => FormattableString.Invariant($"{amount}{unit}");
}
