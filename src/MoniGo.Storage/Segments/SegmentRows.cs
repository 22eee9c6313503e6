using System.Buffers;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The rows of one stream in a segment; chunks are read and checked as they are asked for.</summary>
internal sealed class SegmentRows(SegmentFile file, SegmentDirectory directory, StreamId stream, StreamEntry entry, SeriesTable series, RowAxis axis, bool isRolledUp)
    : IRowSource
{
    public StreamId Stream { get; } = stream;

    public RowAxis Axis { get; } = axis;

    public SeriesTable Series { get; } = series;

    public bool IsRolledUp { get; } = isRolledUp;

    public bool Read(int series, SeriesRows into)
    {
        if (!file.TryEnter())
            return false;

        var chunk = entry.Series[series];
        var buffer = ArrayPool<byte>.Shared.Rent(chunk.Length);
        try
        {
            var bytes = file.Read(chunk, directory, buffer);
            SeriesCodec.Read(bytes, Axis.Count, Series.Series[series].Instrument.Kind, IsRolledUp, into);
            return true;
        }
        catch (DamagedDataException damage)
        {
            file.Tell($"{Series.Series[series]} of stream {Stream}", damage);
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            file.Leave();
        }
    }
}
