using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Reads the start and end of a question, with what they may be.</summary>
internal static class RangeParameters
{
    /// <summary>Longest range answered: the default retention of the coarsest roll-up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 366);

    // Nothing was measured outside of these, and arithmetic on windows near the ends of the calendar would overflow.
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a range, or answers 400 with what would be right.</summary>
    public static Parsed<TimeRange> Read(string? start, string? end)
    {
        if (!Rfc3339.TryParse(start, out var from))
            return NoTime("start_time", start);

        if (!Rfc3339.TryParse(end, out var to))
            return NoTime("end_time", end);

        if (from > to)
            return Reply.BadRequest("start_time must not be later than end_time.");

        return to - from > Longest
            ? Reply.BadRequest("start_time and end_time must be at most 2 years apart.")
            : new TimeRange(Clamp(from), Clamp(to));
    }

    private static DateTimeOffset Clamp(DateTimeOffset time) => time < Earliest ? Earliest : time > Latest ? Latest : time;

    private static Reply NoTime(string parameter, string? text) => Reply.BadRequest(
        $"{parameter} must be a time after RFC 3339, such as 2026-11-20T10:00:00Z; it is {(string.IsNullOrEmpty(text) ? "missing" : $"'{Short(text)}'")}.");

    private static string Short(string text) => text.Length <= 64 ? text : text[..64] + "...";
}
