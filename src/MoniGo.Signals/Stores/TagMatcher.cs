namespace MoniGo.Signals;

/// <summary>A condition on one tag of a series.</summary>
/// <param name="Key">The tag's key.</param>
/// <param name="Value">The value to compare with; the empty string means an absent tag.</param>
/// <param name="Negate">True when the tag must differ.</param>
public sealed record TagMatcher(string Key, string Value, bool Negate = false)
{
    /// <summary>Tells whether the tags meet the condition.</summary>
    public bool Matches(TagSet tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return string.Equals(tags[Key] ?? "", Value, StringComparison.Ordinal) != Negate;
    }
}
