namespace MoniGo.Signals;

/// <summary>Declares one measured thing: its name, kind, unit and origin.</summary>
/// <param name="Name">Dotted lower-case name after OpenTelemetry's conventions, such as <c>process.memory.usage</c>.</param>
/// <param name="Kind">How values are to be read.</param>
/// <param name="Unit">UCUM unit, such as <c>s</c>, <c>By</c>, <c>1</c> or <c>{request}</c>; empty when unknown.</param>
/// <param name="Description">One sentence for people; may be empty.</param>
/// <param name="Meter">Name of the meter that publishes it; <see cref="OwnMeter"/> for what MoniGo reads itself.</param>
public sealed record InstrumentInfo(
    string Name,
    InstrumentKind Kind,
    string Unit = "",
    string Description = "",
    string Meter = InstrumentInfo.OwnMeter)
{
    /// <summary>Name of the meter that carries MoniGo's own readings.</summary>
    public const string OwnMeter = "MoniGo";
}
