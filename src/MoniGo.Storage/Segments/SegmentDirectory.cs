namespace MoniGo.Storage;

/// <summary>The directory of a segment as it stands in the file; entries are read when asked for.</summary>
/// <remarks>Thread-safe. A hub's directory is long and few of its streams are asked for, so it is not taken apart at once.</remarks>
internal sealed class SegmentDirectory
{
    // directory := u32 streams | u32 tables | table entry* | u32 place of each stream's entry, in ordinal order of names | stream entry*
    private const int TablesStart = 8;

    private readonly byte[] _bytes;
    private readonly long _end;

    /// <summary>Takes the bytes of a directory, whose checksum was right.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="end">Where it begins in the file: everything it speaks of lies before.</param>
    public SegmentDirectory(byte[] bytes, long end)
    {
        (_bytes, _end) = (bytes, end);
        var from = new ByteReader(bytes);
        var (streams, tables) = (from.UInt32(), from.UInt32());
        if (TablesStart + ((ulong)tables * TableEntry.Size) + (streams * 4UL) > (ulong)bytes.Length || (tables == 0 && streams > 0))
            throw new DamagedDataException("The directory is shorter than its lists.");

        (StreamCount, TableCount) = ((int)streams, (int)tables);
    }

    public int StreamCount { get; }

    public int TableCount { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Writes a directory.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="streams">The names of the streams and their entries.</param>
    /// <param name="into">Where the bytes go; empty.</param>
    public static void Write(IReadOnlyList<TableEntry> tables, IReadOnlyCollection<(string Name, byte[] Entry)> streams, ByteWriter into)
    {
        into.UInt32((uint)streams.Count);
        into.UInt32((uint)tables.Count);
        foreach (var table in tables)
            table.Write(into);

        var place = into.Length + (streams.Count * 4);
        var sorted = streams.OrderBy(stream => stream.Name, StringComparer.Ordinal).ToList();
        foreach (var (_, entry) in sorted)
        {
            into.UInt32((uint)place);
            place = checked(place + entry.Length);
        }

        foreach (var (_, entry) in sorted)
            into.Bytes(entry);
    }

    public TableEntry TableAt(int table)
    {
        var from = ReaderAt(TablesStart + (table * TableEntry.Size));
        return TableEntry.Read(ref from, _end);
    }

    public string NameAt(int stream) => ReaderAt(EntryAt(stream)).Text();

    /// <summary>Finds where the entry of a stream begins; -1 when there is none.</summary>
    public int Find(string name)
    {
        var (low, high) = (0, StreamCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(NameAt(middle), name);
            if (order == 0)
                return EntryAt(middle);

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Reads from a place on; positions count from the start of the directory.</summary>
    public ByteReader ReaderAt(int place)
    {
        var from = new ByteReader(_bytes);
        from.Bytes(place);
        return from;
    }

    private int EntryAt(int stream)
    {
        var place = ReaderAt(TablesStart + (TableCount * TableEntry.Size) + (stream * 4)).UInt32();
        return place <= (uint)_bytes.Length ? (int)place : throw new DamagedDataException("The directory names a place behind its end.");
    }
}
