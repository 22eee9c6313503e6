using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>Turns tags into labels: legal names, no empty values, none twice.</summary>
/// <remarks>
/// Not thread-safe. Remembers the answers, because sources hand out the same tag sets on every tick.
/// Where two tags fall onto one name their values are joined with <c>;</c>, as OpenTelemetry's mapping says.
/// </remarks>
internal sealed class ExpositionLabels
{
    private const int MostRemembered = 16_384;
    private readonly Dictionary<TagSet, TagSet> _remembered = [];

    /// <summary>Gives the labels of a tag set; <c>le</c> belongs to the buckets and is kept out of the way.</summary>
    public TagSet Of(TagSet tags)
    {
        if (tags.Count == 0)
            return tags;

        if (_remembered.TryGetValue(tags, out var labels))
            return labels;

        if (_remembered.Count == MostRemembered)
            _remembered.Clear();

        return _remembered[tags] = Make(tags);
    }

    private static TagSet Make(TagSet tags)
    {
        var labels = TagSet.Empty;
        foreach (var (key, value) in tags)
        {
            if (value.Length == 0)
                continue; // to Prometheus an empty label is no label

            var name = NameOf(key);
            labels = labels.With(name, labels[name] is { } taken ? $"{taken};{value}" : value);
        }

        return labels.Equals(tags) ? tags : labels;
    }

    private static string NameOf(string key)
    {
        var name = ExpositionName.Legal(key);
        if (name.Length == 0)
            return "_";

        if (name is "le" or "quantile")
            return "exported_" + name;

        // Names that begin with two underscores are Prometheus' own; Legal has made them one, as it may for colons.
        name = name.Replace(':', '_');
        return char.IsAsciiDigit(name[0]) ? "key_" + name : name;
    }
}
