using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>A sealed segment of the store, in a file or in memory.</summary>
/// <param name="Number">Its number; a roll-up has that of the segment it was made of.</param>
/// <param name="Reader">Reads it, and is closed when the segment leaves the store.</param>
/// <param name="Path">The file; null when it is in memory.</param>
/// <param name="Memory">The bytes; null when it is in a file.</param>
internal sealed record Segment(long Number, SegmentReader Reader, string? Path, IReadableFile? Memory)
{
    /// <summary>Gets whether something in it was found damaged since it was opened.</summary>
    public bool IsDamaged => Damage.Value;

    public StrongBox<bool> Damage { get; init; } = new();

    public Tier Tier => Reader.Tier;

    public bool IsMerged => (Reader.Flags & SegmentFlags.Merged) != SegmentFlags.None;

    public bool IsLate => (Reader.Flags & SegmentFlags.Late) != SegmentFlags.None;

    /// <summary>Gets the day that the segment counts to: a row at midnight ends the day before.</summary>
    public DateTime Day => Reader.Last.UtcDateTime.AddTicks(-1).Date;

    /// <summary>Gets the first day of the month that the segment counts to.</summary>
    public DateTime Month => new(Day.Year, Day.Month, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Tells whether it may hold rows of a range.</summary>
    public bool Overlaps(TimeRange range) => Reader.Last > range.Start && Reader.First <= range.End;
}
