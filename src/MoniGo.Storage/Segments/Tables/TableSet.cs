using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The distinct tables of a segment that is being written, compressed.</summary>
internal sealed class TableSet
{
    private readonly Dictionary<SeriesTable, int> _whole = []; // by reference: streams read from one source share theirs
    private readonly Dictionary<(uint Crc, int Length), int> _byContent = [];
    private readonly List<(byte[] Compressed, int Series)> _tables = [];

    /// <summary>Gives the number of the table of the given series, which is made if it is new.</summary>
    /// <param name="table">Where the series come from.</param>
    /// <param name="written">Those of them that have rows.</param>
    public int Add(SeriesTable table, List<SeriesKey> written)
    {
        if (written.Count < table.Series.Length)
            return Add(written);

        if (!_whole.TryGetValue(table, out var number))
            number = _whole[table] = Add(written);

        return number;
    }

    /// <summary>Writes the tables one after the other and tells where they are.</summary>
    public List<TableEntry> Write(SegmentOutput output)
    {
        var entries = new List<TableEntry>(_tables.Count);
        foreach (var (compressed, series) in _tables)
        {
            entries.Add(new(output.Place, compressed.Length, series, Crc32C.Of(compressed)));
            output.Append(compressed);
        }

        return entries;
    }

    private int Add(List<SeriesKey> series)
    {
        var bytes = TableCodec.Write(series.ToArray());
        var content = (Crc32C.Of(bytes), bytes.Length);
        if (_byContent.TryGetValue(content, out var number) && TableCodec.Decompress(_tables[number].Compressed).AsSpan().SequenceEqual(bytes))
            return number;

        _tables.Add((TableCodec.Compress(bytes), series.Count));
        return _byContent[content] = _tables.Count - 1;
    }
}
