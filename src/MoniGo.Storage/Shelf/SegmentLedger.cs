namespace MoniGo.Storage;

/// <summary>Tells from numbers and days which segments a crash left behind, and which are missing.</summary>
/// <remarks>
/// A merge takes every piece of its day (or month) that is there and gives its result a higher number, so a piece with a lower number
/// than a merged one of its day is already in it. The hours of a day are written before its merged minutes.
/// </remarks>
internal static class SegmentLedger
{
    /// <summary>Finds segments whose rows are also in another of their tier.</summary>
    public static IReadOnlyList<Segment> Leftovers(Shelf shelf) =>
        [.. shelf.Segments.Where(segment => !segment.IsMerged && IsLeftover(segment, shelf))];

    /// <summary>Finds ticks that have no roll-up in minutes.</summary>
    public static IReadOnlyList<Segment> WithoutMinutes(Shelf shelf) =>
    [
        .. from raw in shelf.Of(Tier.Raw)
           where shelf.Find(Tier.Minute, raw.Number) is null && !IsInDay(raw, shelf)
           select raw,
    ];

    /// <summary>Finds days of minutes that have no roll-up in hours.</summary>
    public static IReadOnlyList<Segment> WithoutHours(Shelf shelf) =>
    [
        .. from day in shelf.Of(Tier.Minute)
           where day.IsMerged && shelf.Find(Tier.Hour, day.Number) is null && !IsInMonth(day, shelf)
           select day,
    ];

    private static bool IsLeftover(Segment segment, Shelf shelf) => segment.Tier switch
    {
        Tier.Minute => IsInDay(segment, shelf),
        Tier.Hour => IsInMonth(segment, shelf) || IsOrphan(segment, shelf),
        _ => false,
    };

    private static bool IsInDay(Segment piece, Shelf shelf) =>
        shelf.Of(Tier.Minute).Any(day => day.IsMerged && day.Day == piece.Day && day.Number > piece.Number);

    private static bool IsInMonth(Segment piece, Shelf shelf) =>
        shelf.Of(Tier.Hour).Any(month => month.IsMerged && month.Month == piece.Month && month.Number > piece.Number);

    // The merge died between its two files: the hours are there, and the minutes are still in pieces.
    private static bool IsOrphan(Segment hours, Shelf shelf) =>
        shelf.Find(Tier.Minute, hours.Number) is null
        && shelf.Of(Tier.Minute).Any(piece => !piece.IsMerged && piece.Day == hours.Day && piece.Number < hours.Number);
}
