namespace MoniGo.Storage;

/// <summary>Where a table of series is in a segment, and what checks it.</summary>
/// <param name="Place">Where its compressed bytes begin.</param>
/// <param name="Length">Their number.</param>
/// <param name="Series">Number of its series.</param>
/// <param name="Crc">The checksum of the compressed bytes.</param>
internal readonly record struct TableEntry(long Place, int Length, int Series, uint Crc)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Size = 20;

    public void Write(ByteWriter into)
    {
        into.UInt64((ulong)Place);
        into.UInt32((uint)Length);
        into.UInt32((uint)Series);
        into.UInt32(Crc);
    }

    /// <summary>Reads an entry; the table must lie before <paramref name="end"/>.</summary>
    public static TableEntry Read(ref ByteReader from, long end)
    {
        var (place, length, series, crc) = (from.UInt64(), from.UInt32(), from.UInt32(), from.UInt32());
        if (place > (ulong)end || length > (ulong)end - place || length > Array.MaxLength || series > Array.MaxLength)
            throw new DamagedDataException("A table lies outside of the file.");

        return new((long)place, (int)length, (int)series, crc);
    }
}
