namespace MoniGo.Storage;

/// <summary>Where a table of series is in a segment, and what names its content.</summary>
/// <param name="Place">Where its compressed bytes begin.</param>
/// <param name="Length">Their number.</param>
/// <param name="Series">Number of its series.</param>
/// <param name="Hash">The first half of the SHA-256 of the compressed bytes: equal tables are known without being read.</param>
internal readonly record struct TableEntry(long Place, int Length, int Series, UInt128 Hash)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Size = 32;

    public void Write(ByteWriter into)
    {
        into.UInt64((ulong)Place);
        into.UInt32((uint)Length);
        into.UInt32((uint)Series);
        into.UInt64((ulong)Hash);
        into.UInt64((ulong)(Hash >> 64));
    }

    /// <summary>Reads an entry; the table must lie before <paramref name="end"/>.</summary>
    public static TableEntry Read(ref ByteReader from, long end)
    {
        var (place, length, series) = (from.UInt64(), from.UInt32(), from.UInt32());
        var (low, high) = (from.UInt64(), from.UInt64());
        if (place > (ulong)end || length > (ulong)end - place || length > Array.MaxLength || series > Array.MaxLength)
            throw new DamagedDataException("A table lies outside of the file.");

        return new((long)place, (int)length, (int)series, new(high, low));
    }
}
