namespace MoniGo.Dashboard;

/// <summary>One event of the live stream.</summary>
/// <param name="Time">Time of the tick, in seconds since 1970.</param>
/// <param name="Panels">What it adds, by panel; a panel it does not change is absent.</param>
/// <param name="Store">How the store is doing.</param>
internal sealed record TickAnswer(double Time, Dictionary<string, PanelTick> Panels, StoreAnswer Store);
