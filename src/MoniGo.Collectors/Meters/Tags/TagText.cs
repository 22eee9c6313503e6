using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Turns the tags of a measurement into the tags of a series.</summary>
internal static class TagText
{
    /// <summary>Longest tag value kept; one hostile value must not cost megabytes in every copy of the series.</summary>
    public const int MaxLength = 1024;

    /// <summary>Makes the tag set: constant tags first, so that those of the measurement win; tags without key or value are left out.</summary>
    public static TagSet ToTagSet(TagSet constants, ReadOnlySpan<Tag> tags)
    {
        var texts = new List<KeyValuePair<string, string>>(constants.Count + tags.Length);
        texts.AddRange(constants);
        foreach (var (key, value) in tags)
        {
            if (!string.IsNullOrEmpty(key) && ToText(value) is { } text)
                texts.Add(new(key, text));
        }

        return TagSet.Create([.. texts]);
    }

    /// <summary>Tells whether tags can be remembered as they came: unique keys, and values that are small and never change.</summary>
    public static bool ArePlain(ReadOnlySpan<Tag> tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (!IsPlain(tags[i].Value))
                return false;

            for (var j = 0; j < i; j++)
            {
                if (string.Equals(tags[i].Key, tags[j].Key, StringComparison.Ordinal))
                    return false;
            }
        }

        return true;
    }

    private static bool IsPlain(object? value) => value switch
    {
        null => true,
        string text => text.Length <= MaxLength,
        decimal or Guid or Enum => true,
        _ => value.GetType().IsPrimitive,
    };

    private static string? ToText(object? value)
    {
        var text = value switch
        {
            string already => already,
            bool flag => flag ? "true" : "false", // as JSON and OpenTelemetry write it
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };

        return text?.Length > MaxLength ? text[..MaxLength] : text;
    }
}
