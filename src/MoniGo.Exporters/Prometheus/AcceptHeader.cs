using System.Globalization;
using MoniGo.Wire;

namespace MoniGo.Exporters;

/// <summary>Chooses the scrape format that an Accept header prefers.</summary>
/// <remarks>
/// OpenMetrics is sent only where it is named, with a weight above zero and no lower than that of plain text;
/// everything else, a header we cannot serve included, gets the older text, as Prometheus' own servers do.
/// </remarks>
internal static class AcceptHeader
{
    /// <summary>Chooses the format.</summary>
    public static ExpositionFormat Choose(ReadOnlySpan<char> accept)
    {
        var (openMetrics, text) = (0d, 0d);
        foreach (var range in accept.Split(','))
        {
            var item = accept[range];
            var end = item.IndexOf(';');
            var type = (end < 0 ? item : item[..end]).Trim();
            var parameters = end < 0 ? [] : item[(end + 1)..];
            if (type.Equals("application/openmetrics-text", StringComparison.OrdinalIgnoreCase) && IsKnownVersion(parameters))
                openMetrics = Math.Max(openMetrics, Weight(parameters));
            else if (type.Equals("text/plain", StringComparison.OrdinalIgnoreCase))
                text = Math.Max(text, Weight(parameters));
        }

        return openMetrics > 0 && openMetrics >= text ? ExpositionFormat.OpenMetrics : ExpositionFormat.Text;
    }

    private static bool IsKnownVersion(ReadOnlySpan<char> parameters)
    {
        var version = Parameter(parameters, "version");
        return version.IsEmpty || version is "1.0.0" or "0.0.1";
    }

    private static double Weight(ReadOnlySpan<char> parameters)
    {
        var q = Parameter(parameters, "q");
        return q.IsEmpty ? 1
            : double.TryParse(q, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? Math.Min(weight, 1)
            : 0;
    }

    private static ReadOnlySpan<char> Parameter(ReadOnlySpan<char> parameters, ReadOnlySpan<char> name)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range];
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"');
        }

        return [];
    }
}
