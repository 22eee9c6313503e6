namespace MoniGo.Dashboard;

/// <summary>The page that answers "what do the traced functions do, and which of them hurts?".</summary>
internal static class FunctionsPage
{
    /// <summary>Key of the page, which others lead to.</summary>
    public const string Key = "functions";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Functions", 'f', 20, "M11.5 2.5c-2 0-2.6 1-3 3l-1.2 5.6c-.4 1.8-1 2.6-2.8 2.4M5 7h5.5",
        [
            FunctionFacts.Traced,
            FunctionFacts.Calls,
            FunctionFacts.Errors,
            FunctionFacts.Running,
            FunctionFacts.Services,
            FunctionFacts.Evicted,
            FunctionsPanel.Table,
            RunningCallsPanel.Table,
            BackgroundServicesPanel.Table,
        ]);
}
