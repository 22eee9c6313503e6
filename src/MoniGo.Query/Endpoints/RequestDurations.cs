using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Tells the durations of requests from those of WebSockets, which ASP.NET Core records alike: the life of a connection is no latency.</summary>
internal static class RequestDurations
{
    /// <summary>Gets the conditions that requests which were answered meet; over HTTP/1.1 a WebSocket ends with 101, later it is a CONNECT.</summary>
    public static ImmutableArray<TagMatcher> Answered { get; } =
        [new(PlatformInstruments.StatusCode, "101", Negate: true), new(PlatformInstruments.Method, "CONNECT", Negate: true)];

    /// <summary>Asks for a quantile of the durations, in seconds.</summary>
    public static SeriesQuery QuantileOf(double quantile) => SeriesQuery.QuantileOf(PlatformInstruments.RequestDuration, quantile, Answered.AsSpan());

    /// <summary>Tells whether the duration of requests with these tags is that of an answer.</summary>
    public static bool AreAnswered(TagSet tags) => Answered.All(condition => condition.Matches(tags));
}
