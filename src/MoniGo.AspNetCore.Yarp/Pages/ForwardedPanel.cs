using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>How much is forwarded, and into which clusters.</summary>
internal static class ForwardedPanel
{
    private const int Clusters = 5;

    /// <summary>Gets what gateway panels say before the first request.</summary>
    public static EmptyText Nothing { get; } = new("Nothing forwarded yet", "The first request that the gateway sends on appears here.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("forwarded", "Forwarded", Unit.PerSecond, SeriesQuery.RateOf(ProxyInstruments.Duration))
    {
        About = "Attempts per second to forward a request, since the last tick. A retry is an attempt of its own.",
        Empty = Nothing,
        ZeroWhenAbsent = true,
        Detail = reading => reading.Sum(ProxyInstruments.Retries) is > 0 and var retries ? $"{Unit.Write(retries)} retries since start" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("forwarded-clusters", "Forwarded by cluster", Unit.PerSecond)
    {
        About = "Attempts per second to forward a request, one line for each of the busiest clusters.",
        Empty = Nothing,
        Grouped = new(SeriesQuery.RateOf(ProxyInstruments.Duration) with { GroupBy = [ProxyInstruments.Cluster] }, Clusters, cluster => cluster),
    };
}
