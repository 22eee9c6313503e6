namespace MoniGo.Storage;

/// <summary>Chooses the segments that must go: by age, then until the bytes fit.</summary>
internal sealed class Retention(StoreSettings settings)
{
    /// <summary>Gets how long a tier is kept.</summary>
    public TimeSpan Of(Tier tier) => tier switch
    {
        Tier.Raw => settings.RawRetention,
        Tier.Minute => settings.MinuteRetention,
        _ => settings.HourRetention,
    };

    /// <summary>Chooses segments.</summary>
    /// <param name="shelf">All there are.</param>
    /// <param name="now">The time.</param>
    /// <param name="fileBytes">Bytes that files may take.</param>
    /// <param name="memoryBytes">Bytes that segments in memory may take.</param>
    /// <remarks>
    /// Where bytes are short, the segment goes that has lived the largest share of its tier's retention: all tiers lose their tails
    /// alike, and a small store still reaches far back in hours.
    /// </remarks>
    public IReadOnlyList<Segment> Choose(Shelf shelf, DateTimeOffset now, long fileBytes, long memoryBytes)
    {
        List<Segment> gone = [.. shelf.Segments.Where(segment => Share(segment, now) >= 1)];
        var left = shelf.Segments.Except(gone).OrderByDescending(segment => Share(segment, now)).ToList();
        gone.AddRange(Excess([.. left.Where(segment => segment.Path is not null)], fileBytes));
        gone.AddRange(Excess([.. left.Where(segment => segment.Path is null)], memoryBytes));
        return gone;
    }

    private static IEnumerable<Segment> Excess(List<Segment> oldestFirst, long capacity)
    {
        var bytes = oldestFirst.Sum(segment => segment.Reader.Bytes);
        foreach (var segment in oldestFirst)
        {
            if (bytes <= capacity)
                yield break;

            bytes -= segment.Reader.Bytes;
            yield return segment;
        }
    }

    // The last window of a roll-up may end after its last tick.
    private double Share(Segment segment, DateTimeOffset now) =>
        (now - segment.Reader.Last + TierSteps.Of(segment.Tier)) / Of(segment.Tier);
}
