using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How long requests took, all of them, over time: two crowds where a percentile would show one number.</summary>
internal static class LatencyHeatmapPanel
{
    /// <summary>Gets the heat map.</summary>
    public static HeatmapPanel Map { get; } = new("latency-map", "Latency heat map", "requests", PlatformInstruments.RequestDuration)
    {
        Conditions = RequestDurations.Answered,
        Span = 12,
        About = "Each column is a stretch of time, each row a range of durations, the deeper its colour the more requests. "
            + "Bands are kinds of requests (a cache that hits or misses), a cloud above them are the slow few. Arrow keys move from cell to cell.",
        Empty = new("No requests in this range", "Each request that the app finishes is counted in a cell."),
    };
}
