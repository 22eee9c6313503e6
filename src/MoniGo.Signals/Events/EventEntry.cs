namespace MoniGo.Signals;

/// <summary>One entry of the event log.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Actor">Who did it; empty for the process itself.</param>
/// <param name="Action">What was done, such as <c>operation.start</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Detail">One sentence more, for people; may be empty.</param>
public sealed record EventEntry(
    DateTimeOffset Time, EventKind Kind, string Actor, string Action, string Subject, string Detail = "");
