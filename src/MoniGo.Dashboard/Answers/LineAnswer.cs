using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>One line: a value for each step of the page's grid, null where nothing was measured.</summary>
internal sealed record LineAnswer(string Label, Tone Tone, ImmutableArray<double?> Values)
{
    /// <summary>Gets how far the ticks of each step reached around the line; null when it has none, or was not asked.</summary>
    public BandAnswer? Band { get; init; }

    /// <summary>Gets whether nothing was measured.</summary>
    [JsonIgnore]
    public bool IsEmpty => !Values.Any(value => value.HasValue);

    /// <summary>Gets the latest value; null when empty.</summary>
    [JsonIgnore]
    public double? Last => Values.LastOrDefault(value => value.HasValue);

    /// <summary>Gets the largest value; zero when empty.</summary>
    [JsonIgnore]
    public double Largest => Values.Max() ?? 0;
}
