using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>Selects the series of one instrument by their tags.</summary>
/// <param name="Instrument">Exact name of the instrument.</param>
/// <param name="Tags">Conditions that must all hold; none selects every series.</param>
public sealed record SeriesSelector(string Instrument, ImmutableArray<TagMatcher> Tags)
{
    /// <summary>Selects every series of an instrument.</summary>
    public SeriesSelector(string instrument)
        : this(instrument, [])
    {
    }

    /// <summary>Gets the exact name of the instrument.</summary>
    public string Instrument { get; init; } = string.IsNullOrEmpty(Instrument)
        ? throw new ArgumentException("An instrument has a name of at least one character.", nameof(Instrument))
        : Instrument;

    /// <summary>Gets the conditions that must all hold; none selects every series.</summary>
    public ImmutableArray<TagMatcher> Tags { get; init; } = Tags.IsDefault ? [] : Tags;

    /// <summary>Tells whether a tag set meets every condition.</summary>
    public bool Matches(TagSet tags)
    {
        foreach (var matcher in Tags)
        {
            if (!matcher.Matches(tags))
                return false;
        }

        return true;
    }
}
