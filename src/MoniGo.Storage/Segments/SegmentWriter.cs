using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes a segment from front to back (FORMAT.md, "Segments").</summary>
internal static class SegmentWriter
{
    /// <summary>Writes all streams; those without rows are left out. Does not sync.</summary>
    /// <remarks>One stream after the other is asked for and read, so a lazy sequence keeps no more than one in memory.</remarks>
    /// <returns>The number of streams written; with 0 the file is empty and worth nothing.</returns>
    public static int Write(IWritableFile file, Tier tier, SegmentFlags flags, IEnumerable<(StreamId Stream, IRowSource Rows)> streams)
    {
        var (output, tables, entries) = (new SegmentOutput(file), new TableSet(), new List<(string Name, byte[] Entry)>());
        var block = new BlockWriter(output, tables);
        var (first, last) = (long.MaxValue, long.MinValue);
        Span<byte> header = stackalloc byte[SegmentTrailer.HeaderLength];
        SegmentTrailer.WriteHeader(tier, flags, header);
        output.Append(header);
        foreach (var (stream, rows) in streams)
        {
            if (rows.Axis.Count == 0)
                continue;

            entries.Add((stream.Value, block.Write(stream, rows)));
            (first, last) = (Math.Min(first, rows.Axis.Times[0]), Math.Max(last, rows.Axis.Times[^1]));
        }

        if (entries.Count > 0)
            Finish(output, tables, entries, new(tier, flags, 0, 0, 0, first, last));

        return entries.Count;
    }

    private static void Finish(SegmentOutput output, TableSet tables, List<(string Name, byte[] Entry)> entries, SegmentTrailer trailer)
    {
        var directory = new ByteWriter(16 * 1024);
        SegmentDirectory.Write(tables.Write(output), entries, directory);
        trailer = trailer with
        {
            DirectoryPlace = output.Place,
            DirectoryLength = directory.Length,
            DirectoryCrc = Crc32C.Of(directory.Written),
        };
        output.Append(directory.Written);
        Span<byte> end = stackalloc byte[SegmentTrailer.Length];
        trailer.Write(end);
        output.Append(end);
        output.Flush();
    }
}
