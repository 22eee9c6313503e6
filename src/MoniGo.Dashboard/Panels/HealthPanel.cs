using System.Globalization;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>One score for the service: how much of its allowances is left.</summary>
internal static class HealthPanel
{
    private const double NearlyOver = 80;
    private const string NoVerdict = "No verdict yet";

    /// <summary>Makes the panel.</summary>
    public static ScorePanel Create(HealthThresholds thresholds) => new("health", "Health", reading => Judge(reading, thresholds))
    {
        About = "100 less the mean use of three allowances: CPU, memory and active work (requests and traced calls in flight, queued work items). "
            + "One allowance exceeded is unhealthy whatever the mean says.",
        Empty = new(NoVerdict, "The second tick brings it."),
    };

    private static ScoreAnswer? Judge(PanelReading reading, HealthThresholds thresholds)
    {
        if (reading.Latest is not { } latest)
            return null;

        var health = HealthReport.From(MachineReader.Read(latest, reading.Previous), thresholds);
        var service = health.Service;
        return new(
            service.IsKnown ? Whole(service) : null,
            service.IsKnown ? service.Grade.ToString() : NoVerdict,
            service.Message,
            reading.IsLive ? Machine(health.System) : "at the latest tick",
            ToneOf(service),
            [.. from resource in service.Resources where resource.Usage is not null select Part(resource)]);
    }

    private static string Machine(HealthReading system) =>
        system.IsKnown ? string.Create(CultureInfo.InvariantCulture, $"machine: {Whole(system)}, {system.Grade}") : "";

    // Never rounded up: 89.7 is not yet Excellent and is not to read as 90.
    private static double Whole(HealthReading reading) => Math.Floor(reading.Percent);

    private static Tone ToneOf(HealthReading reading) => reading switch
    {
        { IsKnown: false } => Tone.Quiet,
        { Healthy: false } or { Grade: HealthGrade.Critical or HealthGrade.Poor } => Tone.Bad,
        { Grade: HealthGrade.Fair } => Tone.Warn,
        _ => Tone.Good,
    };

    private static ScorePart Part(HealthResource resource)
    {
        var share = resource.Allowance ?? 0;
        var tone = resource.IsOver ? Tone.Bad : share >= NearlyOver ? Tone.Warn : Tone.Good;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Unit.Write(resource.Usage)} of {resource.Limit:0.#} {resource.Unit}");
        return new(Short(resource.Name), text.TrimEnd(), Math.Round(Math.Min(share, 100), 1), tone);
    }

    // Above "12 of 95 %", the word "usage" says nothing more.
    private static string Short(string name) => name.Replace(" Usage", "", StringComparison.Ordinal);
}
