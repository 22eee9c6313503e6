using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The tiers of the store: how finely, how long, how much.</summary>
internal static class TiersPanel
{
    /// <summary>Gets the table.</summary>
    public static TablePanel Table { get; } = new(
        "tiers", "Tiers",
        [
            new("Tier", ColumnKind.Name), new("Step", ColumnKind.Word), new("Kept for"), new("Segments", ColumnKind.Minor),
            new("Size"), new("Oldest", ColumnKind.Moment, IsMinor: true), new("Reaches back"),
        ],
        (reading, _) => new(new TableRows(reading.Store.Tiers.Select(tier => Row(tier, reading.Now)))))
    {
        Order = "finest first",
        About = "Ticks are rolled up into windows of a minute and of an hour while an hour is sealed; each tier leaves by its own age. "
            + "A chart reads the coarsest tier that is fine enough for its range.",
        Empty = new("No tiers", "This store does not tell how it keeps its history."),
        EachTick = true,
    };

    private static TableRow Row(TierStatus tier, DateTimeOffset now) => new(
    [
        tier.Name,
        WriteStep(tier.Step),
        Unit.WriteSpan(tier.Retention),
        Unit.Write(tier.Segments),
        Unit.WriteBytes(tier.Bytes),
        tier.Oldest is { } time ? View.Write(time) : Unit.Write(null),
        tier.Oldest is { } oldest && now > oldest ? Unit.WriteSpan(now - oldest) : Unit.Write(null),
    ]);

    private static string WriteStep(TimeSpan step) => step switch
    {
        { Ticks: 0 } => "tick",
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{step.TotalHours:0.#} h"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{step.TotalMinutes:0.#} min"),
        _ => Unit.WriteSpan(step),
    };
}
