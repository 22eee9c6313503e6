using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>A question about one instrument over time: which series, reduced how, grouped by which tag.</summary>
/// <remarks>Serves a chart's range and its live tick alike, so the two can never disagree.</remarks>
internal sealed record SeriesQuery(SeriesSelector Selector, TimeReduction InTime)
{
    /// <summary>Gets how series of a group are joined.</summary>
    public GroupReduction Across { get; init; } = GroupReduction.Sum;

    /// <summary>Gets the tag whose values make the groups; null makes one group of all series.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Gets the quantile wanted, from 0 to 1.</summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>Gets the factor that turns the instrument's unit into the shown one, such as 1000 from s to ms.</summary>
    public double Scale { get; init; } = 1;

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
}
