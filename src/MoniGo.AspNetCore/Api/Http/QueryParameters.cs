using System.Globalization;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Reads the parameters of a question, each with what it may be.</summary>
internal static class QueryParameters
{
    /// <summary>Reads a whole number.</summary>
    public static Parsed<int> Whole(HttpContext context, string name, int absent, int least, int most) =>
        context.Request.Query[name].ToString() switch
        {
            "" => absent,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
            _ => Reply.BadRequest(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {least} to {most}.")),
        };

    /// <summary>Reads a number of seconds; zero when absent.</summary>
    public static Parsed<TimeSpan> Seconds(HttpContext context, string name, int most) =>
        context.Request.Query[name].ToString() switch
        {
            "" => TimeSpan.Zero,
            var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds <= most => TimeSpan.FromSeconds(seconds),
            _ => Reply.BadRequest(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number of seconds from 0 to {most}, such as 0.25.")),
        };

    /// <summary>Reads yes or no; no when absent.</summary>
    public static Parsed<bool> Flag(HttpContext context, string name) => context.Request.Query[name].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => Reply.BadRequest($"{name} must be true or false."),
    };

    /// <summary>Reads one of a few words, whatever its case.</summary>
    public static Parsed<T> Word<T>(HttpContext context, string name, T absent)
        where T : struct, Enum
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return absent;

        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : Reply.BadRequest($"{name} must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
    }

    /// <summary>Reads <c>start_time</c> and <c>end_time</c>; without both, the range that ends now.</summary>
    public static Parsed<TimeRange> Range(HttpContext context, TimeProvider time, TimeSpan absent)
    {
        var (start, end) = (context.Request.Query["start_time"].ToString(), context.Request.Query["end_time"].ToString());
        var now = time.GetUtcNow();
        return start.Length == 0 && end.Length == 0 ? new TimeRange(now - absent, now) : RangeParameters.Read(start, end);
    }
}
