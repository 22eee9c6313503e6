using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes a segment from front to back (FORMAT.md, "Segments").</summary>
internal static class SegmentWriter
{
    /// <summary>Writes all streams; those without rows are left out. Does not sync.</summary>
    /// <returns>The number of streams written; with 0 the file is empty and worth nothing.</returns>
    public static int Write(IWritableFile file, Tier tier, SegmentFlags flags, IEnumerable<(StreamId Stream, IRowSource Rows)> streams) =>
        throw new NotSupportedException();
}
