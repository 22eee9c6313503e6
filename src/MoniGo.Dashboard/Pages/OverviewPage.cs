namespace MoniGo.Dashboard;

/// <summary>The page that answers "is it well, and if not, where do I look?".</summary>
internal static class OverviewPage
{
    /// <summary>Makes the page.</summary>
    public static DashboardPage Create(DashboardSettings settings) => new(
        "overview", "Overview", 'o', 0, "M1.5 9h3l2-5 3 8.5 2-5.5h3",
        [
            HealthPanel.Create(settings.Health),
            RequestsPanel.Tile,
            LatencyPanel.Tile,
            CpuPanel.Tile,
            MemoryPanel.Tile,
            ThreadPoolPanel.Tile,
            ExceptionsPanel.Tile,
            RequestsPanel.Chart,
            LatencyPanel.Chart,
            CpuPanel.Chart,
            MemoryPanel.Chart,
            GcPausesPanel.Chart,
            AllocationsPanel.Chart,
            ThreadPoolPanel.Chart,
            ExceptionsPanel.Chart,
            SlowestEndpointsPanel.Table,
            SlowestFunctionsPanel.Table,
        ]);
}
