using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>A condition on one tag of a series.</summary>
/// <param name="Key">The tag's key.</param>
/// <param name="Value">The value to compare with; the empty string means an absent tag.</param>
/// <param name="Negate">True when the tag must differ.</param>
public sealed record TagMatcher(string Key, string Value, bool Negate = false)
{
    private const char Any = '*';

    /// <summary>Gets the tag's key.</summary>
    public string Key { get; init; } = string.IsNullOrEmpty(Key)
        ? throw new ArgumentException("A tag has a key of at least one character.", nameof(Key))
        : Key;

    /// <summary>Gets the value to compare with; the empty string means an absent tag.</summary>
    public string Value { get; init; } = Value ?? throw new ArgumentNullException(nameof(Value));

    /// <summary>Gets further values of which any will do.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <summary>Gets whether <c>*</c> in the values stands for any characters, also none.</summary>
    /// <remarks>Not a regular expression: those come from users, and some take for ever.</remarks>
    public bool IsPattern { get; init; }

    /// <summary>Asks that the tag is there.</summary>
    public static TagMatcher Present(string key) => new(key, "", Negate: true);

    /// <summary>Asks that the tag is absent.</summary>
    public static TagMatcher Absent(string key) => new(key, "");

    /// <summary>Asks for any of some values, at least one.</summary>
    public static TagMatcher AnyOf(string key, params ReadOnlySpan<string> values) => values.IsEmpty
        ? throw new ArgumentException("Give at least one value.", nameof(values))
        : new(key, values[0]) { Alternatives = [.. values[1..]] };

    /// <summary>Asks for a value of this form, in which <c>*</c> stands for any characters, such as <c>/orders/*</c>.</summary>
    public static TagMatcher Like(string key, string pattern) => new(key, pattern) { IsPattern = true };

    /// <summary>Tells whether the tags meet the condition.</summary>
    public bool Matches(TagSet tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return MeetsAny(tags[Key] ?? "") != Negate;
    }

    private bool MeetsAny(string value)
    {
        var met = Meets(value, Value);
        foreach (var other in Alternatives.IsDefault ? [] : Alternatives)
            met = met || Meets(value, other);

        return met;
    }

    private bool Meets(string value, string wanted) =>
        IsPattern ? Fits(value, wanted) : string.Equals(value, wanted, StringComparison.Ordinal);

    // The first place of a piece leaves the most room for those after it, so nothing is ever tried twice.
    private static bool Fits(ReadOnlySpan<char> value, ReadOnlySpan<char> pattern)
    {
        var star = pattern.IndexOf(Any);
        if (star < 0)
            return value.SequenceEqual(pattern);

        if (!value.StartsWith(pattern[..star], StringComparison.Ordinal))
            return false;

        for (value = value[star..]; ; value = value[star..])
        {
            pattern = pattern[(pattern.IndexOf(Any) + 1)..];
            star = pattern.IndexOf(Any);
            if (star < 0)
                return value.EndsWith(pattern, StringComparison.Ordinal);

            var at = value.IndexOf(pattern[..star], StringComparison.Ordinal);
            if (at < 0)
                return false;

            value = value[at..];
        }
    }
}
