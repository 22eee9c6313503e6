using System.Buffers;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The bytes of one series: presence, then its columns (FORMAT.md, "Series chunk").</summary>
internal static class SeriesCodec
{
    /// <summary>Writes a series.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="axisCount">Number of rows of the axis.</param>
    /// <param name="kind">Decides which columns there are.</param>
    /// <param name="isRolledUp">Decides, too.</param>
    /// <param name="into">Where the bytes go.</param>
    public static void Write(SeriesRows rows, int axisCount, InstrumentKind kind, bool isRolledUp, ByteWriter into)
    {
        if (rows.Count > axisCount || (rows.IsDense && rows.Count != axisCount))
            throw new ArgumentException($"{rows.Count} rows on an axis of {axisCount}.", nameof(rows));

        PresenceCodec.Write(rows, into);
        if (isRolledUp)
            LongColumn.Write(rows.Ticks.AsSpan(0, rows.Count), into);

        if (kind == InstrumentKind.Histogram)
        {
            HistogramCodec.Write(rows.Histograms!, into);
            return;
        }

        DoubleColumn.Write(rows.Last.AsSpan(0, rows.Count), into);
        if (isRolledUp && kind != InstrumentKind.Counter)
            WriteExtent(rows, into);
    }

    /// <summary>Reads a series; what does not fit is a <see cref="DamagedDataException"/>, whatever the bytes are.</summary>
    public static void Read(ReadOnlySpan<byte> from, int axisCount, InstrumentKind kind, bool isRolledUp, SeriesRows into)
    {
        var reader = new ByteReader(from);
        PresenceCodec.Read(ref reader, axisCount, into);
        if (isRolledUp)
            LongColumn.Read(ref reader, into.Ticks.AsSpan(0, into.Count));

        if (kind == InstrumentKind.Histogram)
        {
            HistogramCodec.Read(ref reader, into);
            return;
        }

        DoubleColumn.Read(ref reader, into.Last.AsSpan(0, into.Count));
        if (isRolledUp && kind != InstrumentKind.Counter)
            ReadExtent(ref reader, into);
    }

    // The least and the greatest are near the last, and the mean is near the middle between those two.
    private static void WriteExtent(SeriesRows rows, ByteWriter into)
    {
        var count = rows.Count;
        DoubleColumn.Write(rows.Min.AsSpan(0, count), rows.Last.AsSpan(0, count), into);
        DoubleColumn.Write(rows.Max.AsSpan(0, count), rows.Last.AsSpan(0, count), into);
        var likely = ArrayPool<double>.Shared.Rent(count);
        LikelySum(rows, likely);
        DoubleColumn.Write(rows.Sum.AsSpan(0, count), likely.AsSpan(0, count), into);
        ArrayPool<double>.Shared.Return(likely);
    }

    private static void ReadExtent(ref ByteReader from, SeriesRows into)
    {
        var count = into.Count;
        DoubleColumn.Read(ref from, into.Last.AsSpan(0, count), into.Min.AsSpan(0, count));
        DoubleColumn.Read(ref from, into.Last.AsSpan(0, count), into.Max.AsSpan(0, count));
        var likely = ArrayPool<double>.Shared.Rent(count);
        try
        {
            LikelySum(into, likely);
            DoubleColumn.Read(ref from, likely.AsSpan(0, count), into.Sum.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(likely);
        }
    }

    private static void LikelySum(SeriesRows rows, Span<double> sums)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var sum = (rows.Min[i] + rows.Max[i]) * 0.5 * rows.Ticks[i];

            // The bits of a computed NaN differ from processor to processor.
            sums[i] = double.IsNaN(sum) ? 0 : sum;
        }
    }
}
