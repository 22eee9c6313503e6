namespace MoniGo.Storage;

/// <summary>Where a chunk is: tiny ones stand in the directory itself, others in the file with a checksum.</summary>
/// <param name="Start">Place in the file, or in the directory when <see cref="IsInline"/>.</param>
/// <param name="Length">Its length.</param>
/// <param name="Crc">Its checksum; 0 when <see cref="IsInline"/>, as the directory has its own.</param>
internal readonly record struct ChunkEntry(long Start, int Length, uint Crc)
{
    /// <summary>Chunks up to this length stand in the directory: most constants, which then cost no checksum and no read.</summary>
    public const int MostInline = 12;

    public bool IsInline => Length <= MostInline;

    /// <summary>Writes the entry of a chunk.</summary>
    /// <returns>True when the chunk is to follow in the file.</returns>
    public static bool Write(ReadOnlySpan<byte> chunk, ByteWriter into)
    {
        into.Varint(chunk.Length);
        if (chunk.Length <= MostInline)
            into.Bytes(chunk);
        else
            into.UInt32(Crc32C.Of(chunk));

        return chunk.Length > MostInline;
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="from">Stands at the entry, counted from the start of the directory.</param>
    /// <param name="place">Where the chunk begins if it is in the file; moved behind it.</param>
    /// <param name="end">Where chunks end in the file.</param>
    public static ChunkEntry Read(ref ByteReader from, ref long place, long end)
    {
        var length = from.Varint((int)Math.Min(end - place, Array.MaxLength));
        if (length <= MostInline)
        {
            var start = from.Position;
            from.Bytes(length);
            return new(start, length, 0);
        }

        var entry = new ChunkEntry(place, length, from.UInt32());
        place += length;
        return entry;
    }
}
