namespace MoniGo.Dashboard;

/// <summary>The page that answers "what fails, since when, and how often?".</summary>
internal static class ExceptionsPage
{
    /// <summary>Key of the page.</summary>
    public const string Key = "exceptions";

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        Key, "Exceptions", 'x', 40, "M8 1.5 14.5 13.5H1.5zM8 6v4M8 11.8v.2",
        [ExceptionTrendPanel.ByType, ExceptionListPanel.Table]);
}
