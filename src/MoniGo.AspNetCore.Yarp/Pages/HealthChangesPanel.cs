using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>When destinations turned unhealthy, and healthy again.</summary>
internal static class HealthChangesPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "health-changes", "Health changes",
        [new("When", ColumnKind.Moment), new("Destination", ColumnKind.Name), new("Turned", ColumnKind.Word), new("Why", ColumnKind.Text, IsMinor: true)],
        ReadAsync)
    {
        Order = "newest first",
        About = "Changes of health in the range shown, as YARP's active and passive checks judged at a tick.",
        Empty = new("No changes", "No destination changed its health in this range."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var entries = await reading.Events.ReadAsync(reading.Range, EventKind.Health, 100, cancellationToken);
        return new(entries.Where(DestinationHealthSource.IsChange).Take(Rows).Select(Row));
    }

    private static TableRow Row(EventEntry entry) => new(
    [
        View.Write(entry.Time),
        entry.Subject,
        entry.Action == DestinationHealthSource.HealthyAction ? new Cell("healthy", Tone: Tone.Good) : new Cell("unhealthy", Tone: Tone.Bad),
        entry.Detail,
    ]);
}
