using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How many calls of traced functions were kept, and why.</summary>
internal static class KeptCallsPanel
{
    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("kept-calls", "Kept calls", new Unit("/min"))
    {
        Span = 12,
        About = "Calls of traced functions that were kept as spans, per minute and by reason. Many slow ones at once are a slow dependency; "
            + "many sampled ones fill the store, so that older traces make room sooner.",
        Empty = new("No call was kept", "A call is kept when it is slow for its function, fails, or is sampled."),
        Grouped = new(SeriesQuery.RateOf(FunctionInstruments.Kept.Name) with { GroupBy = [FunctionInstruments.KeptReason], Scale = 60 }, 4, reason => reason),
    };
}
