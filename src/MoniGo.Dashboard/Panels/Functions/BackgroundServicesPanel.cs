using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The hosted services of the host: what they do, since when, and why no longer.</summary>
internal static class BackgroundServicesPanel
{
    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "background-services", "Background services",
        [new("Service", ColumnKind.Name), new("State", ColumnKind.Word), new("Since", ColumnKind.Moment, IsMinor: true), new("Why", ColumnKind.Text)],
        (reading, _) => new(new TableRows(reading.Services.List().OrderBy(service => service.State is not BackgroundServiceState.Faulted).Select(Row))))
    {
        Order = "faulted first",
        About = "Hosted services in the order they were registered, those that faulted first. Faulted: an exception ended its work, start or stop. Completed: its work ended by itself.",
        Empty = new("No background services", "Hosted services of this host appear here."),
        EachTick = true,
    };

    private static TableRow Row(BackgroundServiceStatus service) => new(
    [
        service.Name,
        new Cell(StateOf(service.State), Tone: ToneOf(service.State)),
        View.Write(service.Since),
        new Cell(service.Why ?? "", service.ExceptionGroup is { } group ? ExceptionPage.To(group) : null),
    ]);

    private static string StateOf(BackgroundServiceState state) => state switch
    {
        BackgroundServiceState.Starting => "starting",
        BackgroundServiceState.Running => "running",
        BackgroundServiceState.Completed => "completed",
        BackgroundServiceState.Faulted => "faulted",
        _ => "stopped",
    };

    private static Tone? ToneOf(BackgroundServiceState state) => state switch
    {
        BackgroundServiceState.Faulted => Tone.Bad,
        BackgroundServiceState.Running => Tone.Good,
        _ => null,
    };
}
