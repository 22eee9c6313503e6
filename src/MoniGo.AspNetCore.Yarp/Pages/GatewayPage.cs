using MoniGo.Dashboard;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>The page that answers "what does the gateway forward, and which destination fails?".</summary>
internal static class GatewayPage
{
    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        "gateway", "Gateway", 'w', 50, "M1.5 8h5M6.5 8l3-4.5h5M6.5 8l3 4.5h5M6.5 8h8",
        [
            ForwardedPanel.Tile,
            ForwardedLatencyPanel.Tile,
            FailuresPanel.Tile,
            DestinationsPanel.Healthy,
            ForwardedPanel.Chart,
            ForwardedLatencyPanel.Chart,
            FailuresPanel.Chart,
            HealthChangesPanel.Table,
            DestinationsPanel.Table,
            RoutesPanel.Table,
        ]);
}
