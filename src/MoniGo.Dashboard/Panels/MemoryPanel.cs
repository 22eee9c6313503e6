using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What the process holds in memory.</summary>
internal static class MemoryPanel
{
    private const double Megabyte = 1 / 1_048_576d;

    private static readonly EmptyText NoReading = new("No memory reading", "The heap is measured after the first garbage collection.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("heap", "GC heap", Unit.Megabytes, Of(PlatformInstruments.HeapSize))
    {
        About = "Size of the managed heap after the last collection, all generations together.",
        Empty = NoReading,
        Detail = reading => reading.Sum(ProcessInstruments.MemoryUsage.Name) is { } resident ? $"RSS {Unit.WriteBytes(resident)}" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("memory", "Memory", Unit.Megabytes)
    {
        About = "The managed heap after the last collection, what the collector has committed, and the physical memory of the process (RSS).",
        Empty = NoReading,
        Span = 4,
        Lines =
        [
            new("heap", Of(PlatformInstruments.HeapSize), Tone.First) { HasBand = true },
            new("committed", Of(PlatformInstruments.HeapCommitted), Tone.Third),
            new("RSS", Of(ProcessInstruments.MemoryUsage.Name), Tone.Second),
        ],
    };

    private static SeriesQuery Of(string instrument) => SeriesQuery.LastOf(instrument) with { Scale = Megabyte };
}
