using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>How often forwarding fails, and in which way.</summary>
internal static class FailuresPanel
{
    private const int Kinds = 5;

    /// <summary>Gets the tile.</summary>
    public static TilePanel Tile { get; } = new(
        "forward-failures", "Failures", Unit.PerSecond, SeriesQuery.RateOf(ProxyInstruments.Duration, TagMatcher.Present(ProxyInstruments.ErrorType)))
    {
        About = "Attempts per second that ended without a whole answer, since the last tick. An answer with a status of 500 is an answer.",
        Empty = ForwardedPanel.Nothing,
        ZeroWhenAbsent = true,
        Detail = reading => reading.Sum(ProxyInstruments.Refused) is > 0 and var refused ? $"{Unit.Write(refused)} found no destination" : null,
    };

    /// <summary>Gets the chart.</summary>
    public static ChartPanel Chart { get; } = new("forward-failure-kinds", "Failures by kind", Unit.PerSecond)
    {
        About = "Attempts per second that failed, by YARP's kind of error: Request means the destination could not be reached or broke off before "
            + "it answered, RequestCanceled that the client went away.",
        Empty = new("No failures", "Every attempt in this range was answered."),
        Grouped = new(
            SeriesQuery.RateOf(ProxyInstruments.Duration, TagMatcher.Present(ProxyInstruments.ErrorType)) with { GroupBy = [ProxyInstruments.ErrorType] },
            Kinds,
            kind => kind),
    };
}
