using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How many exceptions were seen over time.</summary>
internal static class ExceptionTrendPanel
{
    private static readonly EmptyText None = new("No exceptions", "None ended a traced call or a request in this range, and none was logged.");
    private static readonly Unit PerMinute = new("/min");
    private static readonly SeriesQuery Rate = SeriesQuery.RateOf(ExceptionInstruments.Count.Name) with { Scale = 60 };

    /// <summary>Gets the chart of all exceptions, by type.</summary>
    public static ChartPanel ByType { get; } = new("exceptions-by-type", "Exceptions by type", PerMinute)
    {
        Span = 12,
        About = "Exceptions that ended a traced call or a request, or were logged, per minute; one line for each of the most frequent types. "
            + "Exceptions that were caught on the way are on the overview.",
        Empty = None,
        Grouped = new(Rate with { GroupBy = [PlatformInstruments.ErrorType] }, 4, ExceptionsPanel.ShortName),
    };

    /// <summary>Gets the chart of the page's group.</summary>
    public static ChartPanel OfGroup { get; } = new("exception-trend", "Trend", PerMinute)
    {
        About = "Exceptions of this group per minute.",
        Empty = new("Not in this range", "It was seen at another time; choose a longer range."),
        Lines = [new("seen", Rate, Tone.Bad)],
    };
}
