using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Whether the thread pool keeps up with its queue.</summary>
internal static class ThreadPoolPanel
{
    private static readonly EmptyText NoReading = new("No thread-pool reading", "It comes with the first tick.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("pool", "Pool threads", Unit.Count, SeriesQuery.LastOf(PlatformInstruments.PoolThreads))
    {
        About = "Threads of the thread pool, and the work items that wait for one.",
        Empty = NoReading,
        Detail = reading => reading.Sum(PlatformInstruments.PoolQueue) is { } queue ? $"{Unit.Write(queue)} queued" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("thread-pool", "Thread pool", Unit.Count)
    {
        About = "Pool threads and queued work items. A queue that grows while threads are added one by one is starvation: something blocks pool threads.",
        Empty = NoReading,
        Span = 4,
        Lines =
        [
            new("threads", SeriesQuery.LastOf(PlatformInstruments.PoolThreads), Tone.First) { HasBand = true },
            new("queued", SeriesQuery.LastOf(PlatformInstruments.PoolQueue), Tone.Second) { HasBand = true },
        ],
    };
}
