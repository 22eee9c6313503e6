using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>All sealed segments, in order of their first row; never changes.</summary>
internal sealed class Shelf
{
    private Shelf(ImmutableArray<Segment> segments) => Segments = segments;

    /// <summary>Gets the shelf without segments.</summary>
    public static Shelf Empty { get; } = new([]);

    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Gets the bytes of all segments that are in files.</summary>
    public long FileBytes => Segments.Sum(segment => segment.Path is null ? 0 : segment.Reader.Bytes);

    /// <summary>Gets the bytes of all segments that are in memory.</summary>
    public long MemoryBytes => Segments.Sum(segment => segment.Memory is null ? 0 : segment.Reader.Bytes);

    /// <summary>Gets the segments of one tier.</summary>
    public IEnumerable<Segment> Of(Tier tier) => Segments.Where(segment => segment.Tier == tier);

    /// <summary>Finds a segment; null when it is not here.</summary>
    public Segment? Find(Tier tier, long number) => Segments.FirstOrDefault(segment => segment.Tier == tier && segment.Number == number);

    /// <summary>Makes a shelf without some segments and with others.</summary>
    public Shelf With(IReadOnlyCollection<Segment> gone, IReadOnlyCollection<Segment> added) =>
        new([.. Segments.Except(gone).Concat(added).OrderBy(segment => segment.Reader.First).ThenBy(segment => segment.Number)]);
}
