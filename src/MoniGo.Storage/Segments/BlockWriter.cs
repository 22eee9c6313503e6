using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes the chunks of one stream after the other, and what the directory will say about each.</summary>
internal sealed class BlockWriter(SegmentOutput output, TableSet tables)
{
    private readonly SeriesRows _rows = new();
    private readonly ByteWriter _chunk = new(8 * 1024);
    private readonly ByteWriter _chunkEntries = new(4 * 1024);

    /// <summary>Writes the axis and the series of a stream, and gives its entry.</summary>
    public byte[] Write(StreamId stream, IRowSource source)
    {
        var (place, series) = (output.Place, new List<SeriesKey>(source.Series.Series.Length));
        _chunkEntries.Clear();
        _chunk.Clear();
        AxisCodec.Write(source.Axis, _chunk);
        Finish();
        for (var i = 0; i < source.Series.Series.Length; i++)
        {
            // What is damaged in the source has been reported there; the rest goes on without it.
            if (!source.Read(i, _rows) || _rows.Count == 0)
                continue;

            series.Add(source.Series.Series[i]);
            _chunk.Clear();
            SeriesCodec.Write(_rows, source.Axis.Count, series[^1].Instrument.Kind, source.IsRolledUp, _chunk);
            Finish();
        }

        var entry = new ByteWriter(_chunkEntries.Length + 256);
        StreamEntry.Write(stream.Value, tables.Add(source.Series, series), place, source.Axis.Runs, _chunkEntries.Written, entry);
        return entry.ToArray();
    }

    private void Finish()
    {
        if (ChunkEntry.Write(_chunk.Written, _chunkEntries))
            output.Append(_chunk.Written);
    }
}
