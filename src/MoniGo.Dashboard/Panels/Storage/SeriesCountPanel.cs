using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How many series a tick has, which is what the store pays for.</summary>
internal static class SeriesCountPanel
{
    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("series", "Series in a tick", Unit.Count)
    {
        About = "A series is one instrument with one set of tags. A line that only climbs tells of a tag whose values never end, such as a customer's id.",
        Empty = new("No reading yet", "The second tick brings it."),
        Lines = [new("series", SeriesQuery.LastOf(OwnInstruments.SeriesCount.Name), Tone.Second)],
    };
}
