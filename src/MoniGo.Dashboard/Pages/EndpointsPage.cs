namespace MoniGo.Dashboard;

/// <summary>The page that answers "which routes are slow, failing or worth making faster?".</summary>
internal static class EndpointsPage
{
    /// <summary>Key of the page.</summary>
    public const string Key = "endpoints";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Endpoints", 'e', 10, "M2 4h7M2 8h12M2 12h5M11.5 2 14 4l-2.5 2M9.5 10l2.5 2-2.5 2",
        [
            EndpointListPanel.Table,
            LatencyHeatmapPanel.Map,
            SlowestRequestsPanel.Table with { Span = 12 },
        ]);
}
