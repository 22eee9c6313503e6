using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Finds the kept spans of requests by their endpoint, and the endpoint of such a span.</summary>
/// <remarks>A span of a request is named after its method and route, as <c>GET /orders/{id}</c> or <c>GET (unmatched)</c>.</remarks>
internal static class RequestSpans
{
    /// <summary>Asks for the slowest kept requests that began in a range.</summary>
    /// <param name="range">The time.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="endpoint">The endpoint; null for all.</param>
    public static SpanQuery Slowest(TimeRange range, int limit, (string Route, string Method)? endpoint) => new(range, limit)
    {
        Tag = new(SpanTags.Kind, SpanTags.RequestKind),
        Name = endpoint is var (route, method) ? NameOf(route, method) : null,
        SlowestFirst = true,
    };

    /// <summary>Tells the endpoint of a request's span; null where its name tells none.</summary>
    public static (string Route, string Method)? Endpoint(Span span) => span.Name.IndexOf(' ', StringComparison.Ordinal) switch
    {
        <= 0 => null,
        var space => (span.Name[(space + 1)..], span.Name[..space]),
    };

    /// <summary>Names the spans of an endpoint's requests.</summary>
    public static string NameOf(string route, string method) => $"{method} {route}";
}
