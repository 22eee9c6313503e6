using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>All panels of a page over a range.</summary>
/// <param name="Page">Key of the page.</param>
/// <param name="From">Start of the range, in seconds since 1970.</param>
/// <param name="To">End of the range, likewise.</param>
/// <param name="First">Time of the first value of every line, likewise.</param>
/// <param name="Step">Seconds between two values.</param>
/// <param name="Interval">Seconds between two ticks.</param>
/// <param name="Tick">Time of the latest tick; null before the first.</param>
/// <param name="Panels">The panels, by key.</param>
internal sealed record PageAnswer(
    string Page,
    double From,
    double To,
    double First,
    double Step,
    double Interval,
    double? Tick,
    Dictionary<string, PanelAnswer> Panels)
{
    /// <summary>Gets how the store is doing.</summary>
    public required StoreAnswer Store { get; init; }

    /// <summary>Gets whether there is no such thing as the page is about; then it has no panels.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnknown { get; init; }

    /// <summary>Gets the starts of the service within the range, in order of time; default when there were none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RestartAnswer> Restarts { get; init; }
}
