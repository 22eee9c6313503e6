using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How fast the process allocates.</summary>
internal static class AllocationsPanel
{
    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("allocations", "Allocation rate", Unit.MegabytesPerSecond)
    {
        About = "Bytes allocated on the managed heap per second. What is allocated must be collected: this line leads, GC pauses follow.",
        Empty = new("No allocations measured", "The line starts with the second tick."),
        Span = 4,
        Lines = [new("allocated", SeriesQuery.RateOf(PlatformInstruments.Allocated) with { Scale = 1 / 1_048_576d }, Tone.Third)],
    };
}
