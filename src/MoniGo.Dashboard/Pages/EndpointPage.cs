using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The page of one endpoint: a route and a method.</summary>
internal static class EndpointPage
{
    private const string Key = "endpoint";
    private const string Route = "route";
    private const string Method = "method";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Endpoint",
        new(EndpointsPage.Key, [Method, Route], new("No such endpoint", "No request to it was measured as far back as the history reaches."))
        {
            HeadingKind = ColumnKind.Name,
            Heading = subject => $"{subject[Method]} {subject[Route]}",
            Conditions = subject => EndpointSelector.Of(subject[Route] ?? "", subject[Method] ?? ""),
        },
        [
            RequestsPanel.Chart,
            LatencyPanel.Chart,
            LatencyHeatmapPanel.Map,
            StatusesPanel.Table,
            SlowestRequestsPanel.Table,
        ]);

    /// <summary>Leads to the page of an endpoint.</summary>
    public static string To((string Route, string Method) endpoint) => Target.Of(Key, (Method, endpoint.Method), (Route, endpoint.Route));

    /// <summary>Reads the endpoint that a page is about; null where it is about none.</summary>
    public static (string Route, string Method)? Of(TagSet subject) =>
        subject[Route] is { } route && subject[Method] is { } method ? (route, method) : null;
}
