namespace MoniGo.Signals;

/// <summary>Identifies one series: an instrument and a set of tags.</summary>
/// <remarks>
/// Equal when the instrument's name and the tags are equal. Sources hand out the same instance on every tick,
/// so readers may compare references first.
/// </remarks>
public sealed class SeriesKey(InstrumentInfo instrument, TagSet? tags = null) : IEquatable<SeriesKey>
{
    /// <summary>Gets the instrument that the series belongs to.</summary>
    public InstrumentInfo Instrument { get; } = instrument;

    /// <summary>Gets the tags that tell the series from its siblings.</summary>
    public TagSet Tags { get; } = tags ?? TagSet.Empty;

    /// <inheritdoc />
    public bool Equals(SeriesKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && string.Equals(Instrument.Name, other.Instrument.Name, StringComparison.Ordinal)
            && Tags.Equals(other.Tags));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SeriesKey);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Instrument.Name.GetHashCode(StringComparison.Ordinal), Tags);

    /// <summary>Writes the series as <c>name{key="value"}</c>.</summary>
    public override string ToString() => Tags.Count == 0 ? Instrument.Name : Instrument.Name + Tags;
}
