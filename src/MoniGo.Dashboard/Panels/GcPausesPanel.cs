using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How much of the time the garbage collector stops the world.</summary>
internal static class GcPausesPanel
{
    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("gc-pauses", "GC pauses", new Unit("ms/s"))
    {
        About = "Milliseconds of each second in which the collector had all managed threads stopped. 10 ms/s is 1 % of the time; a healthy server stays below 50.",
        Empty = new("No pauses yet", "The line starts with the first garbage collection."),
        Span = 4,
        Lines = [new("paused", SeriesQuery.RateOf(PlatformInstruments.GcPause) with { Scale = 1000 }, Tone.Fourth)],
    };
}
