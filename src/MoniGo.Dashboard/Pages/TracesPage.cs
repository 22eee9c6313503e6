namespace MoniGo.Dashboard;

/// <summary>The page that answers "which calls were slow or failed, and what did they do?".</summary>
internal static class TracesPage
{
    /// <summary>Key of the page.</summary>
    public const string Key = "traces";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Traces", 'r', 30, "M2 3.5h9M4.5 7h7M6.5 10.5h7M4.5 14h4",
        [TraceListPanel.Table, KeptCallsPanel.Chart]);
}
