using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How many requests are handled, and how many of them fail.</summary>
internal static class RequestsPanel
{
    private static readonly EmptyText NoRequests = new(
        "No requests yet", "The line starts with the first request that the app handles.");

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new("requests", "Requests", Unit.PerSecond, SeriesQuery.RateOf(PlatformInstruments.RequestDuration))
    {
        About = "Requests finished per second since the last tick, of all routes. MoniGo's own pages are not counted.",
        Empty = NoRequests,
        ZeroWhenAbsent = true,
        Detail = reading => reading.Sum(PlatformInstruments.ActiveRequests) is { } active ? $"{Unit.Write(active)} in flight" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("request-rate", "Request rate", Unit.PerSecond)
    {
        About = "Requests finished per second: all of them, and those answered with a status of 500 or above.",
        Empty = NoRequests,
        Lines =
        [
            new("all", SeriesQuery.RateOf(PlatformInstruments.RequestDuration), Tone.First),
            new("failed", SeriesQuery.RateOf(PlatformInstruments.RequestDuration) with { GroupBy = [PlatformInstruments.StatusCode] }, Tone.Bad)
            {
                Keep = status => status.StartsWith('5'),
            },
        ],
    };
}
