using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>A question about one instrument over time: which series, reduced how, grouped by which tags.</summary>
/// <remarks>
/// Serves a chart's range and its live tick alike, so the two can never disagree. A number out of its range is an
/// <see cref="ArgumentException"/> here, not an odd answer later.
/// </remarks>
internal sealed record SeriesQuery(SeriesSelector Selector, TimeReduction InTime)
{
    /// <summary>Most tags to group by.</summary>
    public const int MaxGroupTags = 4;

    /// <summary>Gets how series of a group are joined.</summary>
    public GroupReduction Across { get; init; } = GroupReduction.Sum;

    /// <summary>Gets the tags whose values make the groups, at most <see cref="MaxGroupTags"/>; none makes one group of all series.</summary>
    public ImmutableArray<string> GroupBy
    {
        get;
        init => field = value.IsDefault ? [] : Legal(value, value.Length <= MaxGroupTags && !value.Any(string.IsNullOrEmpty), "at most 4 tags, each with a name");
    } = [];

    /// <summary>Gets the quantile wanted, from 0 to 1: of a histogram's values, or across series.</summary>
    public double Quantile { get; init => field = Legal(value, value is >= 0 and <= 1, "from 0 to 1"); } = 0.5;

    /// <summary>Gets the factor that turns the instrument's unit into the shown one, such as 1000 from s to ms.</summary>
    public double Scale { get; init => field = Legal(value, double.IsFinite(value) && value != 0, "a finite number other than 0"); } = 1;

    /// <summary>Gets how many groups are wanted, the largest first, from 1 to <see cref="SeriesGroups.MaxGroups"/>; null for all, by name.</summary>
    /// <remarks>The largest by total where the question is about growth, else by mean.</remarks>
    public int? Top { get; init => field = Legal(value, value is null or (>= 1 and <= SeriesGroups.MaxGroups), "from 1 to 500, or null"); }

    /// <summary>Gets whether the groups beyond <see cref="Top"/> come as one more line, which is the last.</summary>
    public bool WithRest { get; init; }

    /// <summary>Asks for growth per second.</summary>
    public static SeriesQuery RateOf(string instrument, params ReadOnlySpan<TagMatcher> tags) => Of(instrument, TimeReduction.Rate, tags);

    /// <summary>Asks for the mean of a reading.</summary>
    public static SeriesQuery MeanOf(string instrument, params ReadOnlySpan<TagMatcher> tags) => Of(instrument, TimeReduction.Mean, tags);

    /// <summary>Asks for the last reading.</summary>
    public static SeriesQuery LastOf(string instrument, params ReadOnlySpan<TagMatcher> tags) => Of(instrument, TimeReduction.Last, tags);

    /// <summary>Asks for a quantile of a histogram.</summary>
    public static SeriesQuery QuantileOf(string instrument, double quantile, params ReadOnlySpan<TagMatcher> tags) =>
        Of(instrument, TimeReduction.Quantile, tags) with { Quantile = quantile };

    private static SeriesQuery Of(string instrument, TimeReduction inTime, ReadOnlySpan<TagMatcher> tags) =>
        new(new SeriesSelector(instrument, ImmutableArray.Create(tags)), inTime);

    private static T Legal<T>(T value, bool isLegal, string range, [CallerMemberName] string name = "") =>
        isLegal ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
}
