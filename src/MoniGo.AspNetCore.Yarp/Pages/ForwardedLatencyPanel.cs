using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>How long destinations take.</summary>
internal static class ForwardedLatencyPanel
{
    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("first-byte", "First byte p95", Unit.Milliseconds, Quantile(ProxyInstruments.FirstByte, 0.95))
    {
        About = "Nineteen of twenty answers since the last tick began to arrive sooner than this. At most 2.2 % off, read from merged histograms.",
        Empty = ForwardedPanel.Nothing,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("forwarded-latency", "Forwarding time", Unit.Milliseconds)
    {
        About = "The time until half and 95 % of the attempts had been answered to the last byte, and until 95 % of the answers began. "
            + "The gap between the last two is the time that bodies take.",
        Empty = ForwardedPanel.Nothing,
        Lines =
        [
            new("p50", Quantile(ProxyInstruments.Duration, 0.5), Tone.First),
            new("p95", Quantile(ProxyInstruments.Duration, 0.95), Tone.Second),
            new("first byte p95", Quantile(ProxyInstruments.FirstByte, 0.95), Tone.Fourth),
        ],
    };

    private static SeriesQuery Quantile(string instrument, double quantile) =>
        SeriesQuery.QuantileOf(instrument, quantile) with { Scale = 1000 };
}
