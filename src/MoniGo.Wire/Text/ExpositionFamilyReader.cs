using System.Globalization;
using System.Text;
using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>Gathers one family while its lines are read, and checks that they belong together.</summary>
internal sealed class ExpositionFamilyReader(string name, ExpositionFormat format)
{
    private readonly List<ExpositionPoint> _points = [];
    private readonly HashSet<(string Name, TagSet Labels)> _seen = [];
    private ExpositionType? _type;
    private string? _unit;
    private string? _help;

    /// <summary>Gets the family's name.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the names it takes up on the page.</summary>
    public IEnumerable<string> Names => _points.Select(static point => point.Name).Append(Name).Distinct(StringComparer.Ordinal);

    /// <summary>Takes a HELP, TYPE or UNIT line; gives what is wrong with it, or null.</summary>
    public string? Describe(string what, string text)
    {
        if (_points.Count > 0)
            return $"{what} of {Name} stands behind its samples.";

        if (what is "HELP" ? _help is not null : what is "UNIT" ? _unit is not null : _type is not null)
            return $"{what} of {Name} is there twice.";

        if (what is "HELP")
            _help = Unescape(text);
        else if (what is "UNIT")
            _unit = text;
        else if (TypeOf(text) is { } type)
            _type = type;
        else
            return $"'{text}' is not a type.";

        return _unit is { Length: > 0 } unit && !Name.EndsWith('_' + unit, StringComparison.Ordinal)
            ? $"the name {Name} does not end with its unit {unit}."
            : null;
    }

    /// <summary>Tells whether a sample of that name is one of this family's.</summary>
    public bool Owns(string sample) =>
        sample.StartsWith(Name, StringComparison.Ordinal) && Suffixes.Contains(sample[Name.Length..], StringComparer.Ordinal);

    /// <summary>Takes a sample; gives what is wrong with it, or null.</summary>
    public string? Add(ExpositionPoint point)
    {
        if (!Owns(point.Name))
            return $"{point.Name} is not a name for a sample of {Name}.";

        if (!_seen.Add((point.Name, point.Labels)))
            return $"{point.Name}{point.Labels} is there twice.";

        _points.Add(point);
        return null;
    }

    /// <summary>Looks at the family as a whole; gives what is wrong with it, or null.</summary>
    public string? Check()
    {
        if (_type != ExpositionType.Histogram)
            return null;

        foreach (var series in _points.GroupBy(static point => Without(point.Labels, "le")))
        {
            if (CheckHistogram([.. series]) is { } problem)
                return $"histogram {Name}{series.Key}: {problem}";
        }

        return null;
    }

    /// <summary>Gives what was read.</summary>
    public ExpositionFamily ToFamily() => new(Name, _type ?? ExpositionType.Unknown, _unit ?? "", _help ?? "", _points);

    private string[] Suffixes => (_type, format) switch
    {
        (ExpositionType.Counter, ExpositionFormat.OpenMetrics) => ["_total", "_created"],
        (ExpositionType.Histogram, _) => ["_bucket", "_sum", "_count", "_created"],
        (ExpositionType.Summary, _) => ["", "_sum", "_count", "_created"],
        (ExpositionType.Info, _) => ["_info"],
        _ => [""],
    };

    private ExpositionType? TypeOf(string text) => text switch
    {
        "gauge" => ExpositionType.Gauge,
        "counter" => ExpositionType.Counter,
        "histogram" => ExpositionType.Histogram,
        "summary" => ExpositionType.Summary,
        "info" when format == ExpositionFormat.OpenMetrics => ExpositionType.Info,
        "unknown" when format == ExpositionFormat.OpenMetrics => ExpositionType.Unknown,
        "untyped" when format == ExpositionFormat.Text => ExpositionType.Unknown,
        _ => null,
    };

    private string? CheckHistogram(List<ExpositionPoint> series)
    {
        var (bound, cumulative) = (double.NegativeInfinity, 0d);
        foreach (var bucket in series.Where(point => point.Name.Length == Name.Length + "_bucket".Length))
        {
            if (!double.TryParse((bucket.Labels["le"] ?? "").Replace("Inf", "Infinity", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var next))
                return $"'{bucket.Labels["le"]}' is no bound.";

            if (next <= bound || bucket.Value < cumulative)
                return $"bucket le={bucket.Labels["le"]} does not rise over the one before it.";

            (bound, cumulative) = (next, bucket.Value);
        }

        var count = series.Find(point => point.Name.EndsWith("_count", StringComparison.Ordinal));
        return !double.IsPositiveInfinity(bound) ? "the +Inf bucket is missing."
            : count.Name is not null && count.Value != cumulative ? "the count is not that of the +Inf bucket."
            : null;
    }

    private static TagSet Without(TagSet labels, string key) =>
        TagSet.Create([.. labels.Where(label => !string.Equals(label.Key, key, StringComparison.Ordinal))]);

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] == 'n' ? '\n' : text[i]);

        return plain.ToString();
    }
}
