using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>The runs of the service: when it started, as which process and version, how it ended.</summary>
internal static class RestartsPanel
{
    private const int Rows = 8;

    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "restarts", "Restarts",
        [
            new("Started", ColumnKind.Moment), new("Version", ColumnKind.Name), new("Process"),
            new("Ran for", ColumnKind.Minor), new("Ended", ColumnKind.Moment),
        ],
        ReadAsync)
    {
        Order = "newest first",
        About = "Each start of the service with the number of its process and its version. A run that was cut off had no time to say that it stops: "
            + "it was killed, crashed, or the machine went down.",
        Empty = new("No start noted yet", "The next start of the service is noted here."),
    };

    private static async ValueTask<TableRows> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var instance = reading.Latest?.Resource.InstanceId ?? "";
        var runs = await ProcessRuns.ReadAsync(reading.Events, instance, cancellationToken);
        return new(runs.Take(Rows).Select(run => Row(run, reading.Now)));
    }

    private static TableRow Row(ProcessRun run, DateTimeOffset now)
    {
        var end = run.IsCurrent ? now : run.Stopped;
        return new(
        [
            View.Write(run.Started),
            OrNothing(run.Version),
            OrNothing(run.ProcessId),
            end > run.Started ? Unit.WriteSpan(end.Value - run.Started) : Unit.Write(null),
            run.IsCurrent ? "running" : run.Stopped is { } stopped ? View.Write(stopped) : "cut off",
        ]);
    }

    private static string OrNothing(string text) => text.Length > 0 ? text : Unit.Write(null);
}
