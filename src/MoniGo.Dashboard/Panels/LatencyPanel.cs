using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>How long requests take.</summary>
internal static class LatencyPanel
{
    private static readonly EmptyText NoRequests = new(
        "No latencies yet", "They are measured on every request that the app finishes.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("p95", "Latency p95", Unit.Milliseconds, Quantile(0.95))
    {
        About = "Nineteen of twenty requests since the last tick were faster than this. At most 2.2 % off, read from merged histograms.",
        Empty = NoRequests,
        Detail = reading => reading.Instant(Quantile(0.5)) is [{ Points: [.., var median] }, ..] && double.IsFinite(median.Value)
            ? $"p50 {Unit.Write(median.Value)} ms"
            : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("latency", "Latency", Unit.Milliseconds)
    {
        About = "The time within which half, 95 % and 99 % of the requests were answered. Percentiles come from merged histograms, never from averages of percentiles.",
        Empty = NoRequests,
        Lines =
        [
            new("p50", Quantile(0.5), Tone.First),
            new("p95", Quantile(0.95), Tone.Second),
            new("p99", Quantile(0.99), Tone.Fifth),
        ],
    };

    private static SeriesQuery Quantile(double quantile) =>
        RequestDurations.QuantileOf(quantile) with { Scale = 1000 };
}
