using System.Globalization;

namespace MoniGo.AspNetCore;

/// <summary>Reads times as RFC 3339 writes them: date, time and offset, none of them optional.</summary>
internal static class Rfc3339
{
    // .NET keeps 100 ns; Go clients send up to 9 digits of fraction, the rest of which is cut.
    private const int KeptDigits = 7;

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Reads a time; false when the text is none.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        return text is { Length: >= 20 and <= 64 }
            && HasOffset(text)
            && DateTimeOffset.TryParseExact(Cut(text).ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool HasOffset(string text) => text[^1] is 'Z' or 'z' || text[^6] is '+' or '-';

    private static string Cut(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return text;

        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        var digits = end - point - 1;
        return digits == 0 ? "" : digits <= KeptDigits ? text : text.Remove(point + 1 + KeptDigits, digits - KeptDigits);
    }
}
