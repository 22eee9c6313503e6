using System.Collections.Immutable;
using System.Text;
using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>The name an instrument has on a scrape page, and the other names it takes up.</summary>
/// <remarks>
/// <c>http.server.request.duration</c> in <c>s</c> becomes <c>http_server_request_duration_seconds</c>; a counter ends in
/// <c>_total</c>, a gauge in unit <c>1</c> in <c>_ratio</c>; a word that is there already is not added again.
/// Source: "Prometheus and OpenMetrics compatibility", OpenTelemetry specification.
/// </remarks>
internal sealed class ExpositionName
{
    private const string TotalSuffix = "_total";

    private ExpositionName(string family, string unit, ExpositionType type)
    {
        // OpenMetrics lets a UNIT line stand only where the name ends with the unit.
        (Family, Type, Unit) = (family, type, family.EndsWith('_' + unit, StringComparison.Ordinal) ? unit : "");
        Sample = type switch
        {
            ExpositionType.Counter => family + TotalSuffix,
            ExpositionType.Info => family + "_info",
            _ => family,
        };
        Claims = type switch
        {
            ExpositionType.Counter => [family, Sample, family + "_created"],
            ExpositionType.Histogram => [family, family + "_bucket", family + "_sum", family + "_count", family + "_created"],
            ExpositionType.Info => [family, Sample],
            _ => [family],
        };
    }

    /// <summary>Gets the family's name in OpenMetrics, without <c>_total</c>.</summary>
    public string Family { get; }

    /// <summary>Gets the name of its samples; of a histogram, what comes before <c>_bucket</c>.</summary>
    public string Sample { get; }

    /// <summary>Gets the unit for the UNIT line; empty when none may be written.</summary>
    public string Unit { get; }

    /// <summary>Gets the type.</summary>
    public ExpositionType Type { get; }

    /// <summary>Gets every name that no other family of the page may use, in either format.</summary>
    public ImmutableArray<string> Claims { get; }

    /// <summary>Gets the name of the family that carries the resource.</summary>
    public static ExpositionName Target { get; } = new("target", "", ExpositionType.Info);

    /// <summary>Tells whether samples under either name may stand in one family.</summary>
    public bool Joins(ExpositionName other) =>
        Type == other.Type
        && string.Equals(Family, other.Family, StringComparison.Ordinal)
        && string.Equals(Unit, other.Unit, StringComparison.Ordinal);

    /// <summary>Names an instrument.</summary>
    public static ExpositionName Of(InstrumentInfo instrument)
    {
        var words = Legal(instrument.Name).Split('_', StringSplitOptions.RemoveEmptyEntries).ToList();
        var unit = ExpositionUnits.WordFor(instrument.Unit);
        var isGauge = instrument.Kind == InstrumentKind.Gauge;
        if (instrument.Kind == InstrumentKind.Counter)
            words.RemoveAll(static word => word is "total");

        if (isGauge && instrument.Unit is "1")
            (unit, _) = ("ratio", words.RemoveAll(static word => word is "ratio"));

        var family = Join(words);
        if (unit.Length > 0 && !Contains(words, unit))
            family = family.Length == 0 ? unit : $"{family}_{unit}";

        return new(family.Length == 0 ? "_" : StartLegal(family), unit, TypeOf(instrument.Kind));
    }

    /// <summary>Replaces what a name may not hold by single underscores.</summary>
    public static string Legal(string name)
    {
        var legal = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == ':')
                legal.Append(letter);
            else if (legal.Length == 0 || legal[^1] != '_')
                legal.Append('_');
        }

        return legal.ToString();
    }

    private static string Join(List<string> words) => string.Join('_', words);

    // A unit of several words, such as bytes_per_second, must be found as a run.
    private static bool Contains(List<string> words, string unit) =>
        $"_{Join(words)}_".Contains($"_{unit}_", StringComparison.Ordinal);

    private static string StartLegal(string name) => char.IsAsciiDigit(name[0]) ? '_' + name : name;

    private static ExpositionType TypeOf(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Counter => ExpositionType.Counter,
        InstrumentKind.Histogram => ExpositionType.Histogram,
        _ => ExpositionType.Gauge,
    };
}
