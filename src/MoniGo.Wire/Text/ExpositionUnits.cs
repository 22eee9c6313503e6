using System.Collections.Frozen;

namespace MoniGo.Wire;

/// <summary>Turns UCUM units into the words that metric names end with.</summary>
/// <remarks>Source: "Prometheus and OpenMetrics compatibility", OpenTelemetry specification, metric metadata, units.</remarks>
internal static class ExpositionUnits
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["us"] = "microseconds",
        ["ns"] = "nanoseconds",
        ["By"] = "bytes",
        ["KiBy"] = "kibibytes",
        ["MiBy"] = "mebibytes",
        ["GiBy"] = "gibibytes",
        ["TiBy"] = "tebibytes",
        ["KBy"] = "kilobytes",
        ["MBy"] = "megabytes",
        ["GBy"] = "gigabytes",
        ["TBy"] = "terabytes",
        ["m"] = "meters",
        ["V"] = "volts",
        ["A"] = "amperes",
        ["J"] = "joules",
        ["W"] = "watts",
        ["g"] = "grams",
        ["Cel"] = "celsius",
        ["Hz"] = "hertz",
        ["%"] = "percent",
        ["1"] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> PerWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s"] = "second",
        ["m"] = "minute",
        ["min"] = "minute",
        ["h"] = "hour",
        ["d"] = "day",
        ["w"] = "week",
        ["mo"] = "month",
        ["y"] = "year",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gives the word for a unit, such as <c>bytes_per_second</c>; empty when there is nothing to say.</summary>
    public static string WordFor(string unit)
    {
        unit = WithoutAnnotations(unit);
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Main(unit);

        var per = unit[(slash + 1)..].Trim();
        var perWord = PerWords.GetValueOrDefault(per) ?? ExpositionName.Legal(per).Trim('_');
        if (perWord.Length == 0)
            return Main(unit[..slash]);

        var main = Main(unit[..slash]);
        return main.Length == 0 ? "per_" + perWord : $"{main}_per_{perWord}";
    }

    private static string Main(string unit)
    {
        unit = unit.Trim();
        return Words.GetValueOrDefault(unit) ?? (unit.Length == 0 ? "" : ExpositionName.Legal(unit).Trim('_'));
    }

    // {request}, {call}: annotations are notes for people and no unit.
    private static string WithoutAnnotations(string unit)
    {
        for (var open = unit.IndexOf('{', StringComparison.Ordinal); open >= 0; open = unit.IndexOf('{', StringComparison.Ordinal))
        {
            var close = unit.IndexOf('}', open);
            unit = close < 0 ? unit[..open] : unit.Remove(open, close - open + 1);
        }

        return unit.Trim();
    }
}
