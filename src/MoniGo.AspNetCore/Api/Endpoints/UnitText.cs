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
}
