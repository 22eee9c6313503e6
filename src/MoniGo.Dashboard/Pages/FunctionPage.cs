using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The page that answers "how does this function behave, and which calls of it were slow?".</summary>
internal static class FunctionPage
{
    private const string Name = "name";

    private static readonly PageSubject Subject = new(
        FunctionsPage.Key, [Name],
        new("No function is called that", "It was not called since this service started, and the history holds no call of it. Names carry parameter and return types."))
    {
        HeadingKind = ColumnKind.Function,
        Conditions = subject => [new(FunctionInstruments.Function, subject[Name]!)],
        IsKnown = IsKnownAsync,
    };

    /// <summary>Gets the page.</summary>
    public static DashboardPage Page { get; } = new(
        "function", "Function", Subject,
        [
            FunctionTiles.Calls,
            FunctionTiles.P95,
            FunctionTiles.Errors,
            FunctionTiles.Running,
            FunctionTiles.Allocated,
            FunctionTiles.Kept,
            FunctionCharts.Calls,
            FunctionCharts.Durations,
            FunctionDurationsPanel.Panel,
            SlowCallsPanel.Table,
            FunctionCharts.OwnTime,
            FunctionCharts.Running,
            FunctionCharts.Allocated,
            CallersPanel.Table,
            FunctionErrorsPanel.Table,
            FunctionRunningPanel.Table,
        ]);

    /// <summary>Leads to the page of a function.</summary>
    public static Cell Link(string function) => new(function, Target.Of("function", (Name, function)));

    /// <summary>Gets the function that a reading is about.</summary>
    public static string Of(PanelReading reading) => reading.Subject[Name]!;

    // The latest tick knows every function that the process has called; one of earlier processes is in the history.
    private static async ValueTask<bool> IsKnownAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var durations = reading.Select(FunctionInstruments.Duration.Name);
        if (reading.Latest is { } latest && (SeriesTotals.Between(latest, null, durations).Any() || SeriesTotals.Between(latest, null, reading.Select(FunctionInstruments.Active.Name)).Any()))
            return true;

        var oldest = reading.Store.Tiers.Select(tier => tier.Oldest).Append(reading.Range.Start).Min() ?? reading.Range.Start;
        return (await reading.Engine.TotalsAsync(durations, new(oldest, reading.Now), cancellationToken)).Count > 0;
    }
}
