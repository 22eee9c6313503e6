namespace MoniGo.Signals;

/// <summary>Exceptions that look alike: one type, one shape of message, one stack.</summary>
/// <param name="Id">Stable id over restarts, 16 lower-case hex digits.</param>
/// <param name="Type">Full type name.</param>
/// <param name="Shape">The message with numbers, ids and quoted texts replaced by placeholders.</param>
/// <param name="Stack">The frames that tell the group from others, innermost first, one per line.</param>
/// <param name="Count">How many were seen since <paramref name="FirstSeen"/>.</param>
/// <param name="FirstSeen">When the first was seen.</param>
/// <param name="LastSeen">When the latest was seen.</param>
/// <param name="Example">The latest of them that was looked at closely.</param>
public sealed record ExceptionGroup(
    string Id,
    string Type,
    string Shape,
    string Stack,
    long Count,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    ExceptionExample Example);
