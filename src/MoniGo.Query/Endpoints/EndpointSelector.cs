using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Selects the request durations of one endpoint, as the table of endpoints names it.</summary>
internal static class EndpointSelector
{
    /// <summary>Makes the conditions that the requests of an endpoint meet.</summary>
    /// <param name="route">The route as <see cref="EndpointRow.Route"/> gives it.</param>
    /// <param name="method">The HTTP method.</param>
    public static ImmutableArray<TagMatcher> Of(string route, string method) => [OfRoute(route), new(PlatformInstruments.Method, method)];

    // Minimal APIs report "/orders", MVC and Razor Pages "orders": the table shows one form for both.
    private static TagMatcher OfRoute(string route) =>
        route == EndpointRow.Unmatched ? TagMatcher.Absent(PlatformInstruments.Route)
        : route.Length > 1 && route[0] == '/' ? TagMatcher.AnyOf(PlatformInstruments.Route, route, route[1..])
        : new(PlatformInstruments.Route, route);
}
