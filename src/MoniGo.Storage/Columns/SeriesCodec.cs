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
        into.Byte(rows.IsDense ? (byte)1 : (byte)0);
        if (!rows.IsDense)
        {
            into.Varint(rows.Count);
            for (var i = 0; i < rows.Count; i++)
                into.Varint(rows.Rows[i]);
        }

        if (isRolledUp)
            Longs(rows.Ticks.AsSpan(0, rows.Count), into);

        if (kind == InstrumentKind.Histogram)
        {
            Write(rows.Histograms!, into);
            return;
        }

        Doubles(rows.Last.AsSpan(0, rows.Count), into);
        if (!isRolledUp || kind == InstrumentKind.Counter)
            return;

        Doubles(rows.Min.AsSpan(0, rows.Count), into);
        Doubles(rows.Max.AsSpan(0, rows.Count), into);
        Doubles(rows.Sum.AsSpan(0, rows.Count), into);
    }

    /// <summary>Reads a series; what does not fit is a <see cref="DamagedDataException"/>, whatever the bytes are.</summary>
    public static void Read(ReadOnlySpan<byte> from, int axisCount, InstrumentKind kind, bool isRolledUp, SeriesRows into)
    {
        var reader = new ByteReader(from);
        var isDense = reader.Byte() != 0;
        var count = isDense ? axisCount : reader.Varint(axisCount);
        into.Begin(count);
        into.IsDense = isDense;
        for (var i = 0; i < count && !isDense; i++)
            into.Rows[i] = reader.Varint(axisCount - 1);

        if (isRolledUp)
            Longs(ref reader, into.Ticks.AsSpan(0, count));

        if (kind == InstrumentKind.Histogram)
        {
            Read(ref reader, count, into);
            return;
        }

        Doubles(ref reader, into.Last.AsSpan(0, count));
        if (!isRolledUp || kind == InstrumentKind.Counter)
            return;

        Doubles(ref reader, into.Min.AsSpan(0, count));
        Doubles(ref reader, into.Max.AsSpan(0, count));
        Doubles(ref reader, into.Sum.AsSpan(0, count));
    }

    private static void Write(HistogramRows rows, ByteWriter into)
    {
        into.Varint(rows.Buckets.Length);
        for (var b = 0; b < rows.Buckets.Length; b++)
        {
            into.Zigzag(rows.Buckets[b]);
            Longs(rows.CountsOf(b), into);
        }

        Longs(rows.Zeros.AsSpan(0, rows.Count), into);
        Doubles(rows.Sum.AsSpan(0, rows.Count), into);
        Doubles(rows.Min.AsSpan(0, rows.Count), into);
        Doubles(rows.Max.AsSpan(0, rows.Count), into);
    }

    private static void Read(ref ByteReader reader, int count, SeriesRows into)
    {
        var buckets = new int[reader.Varint(reader.Left)];
        var columns = new long[buckets.Length][];
        for (var b = 0; b < buckets.Length; b++)
        {
            buckets[b] = (int)reader.Zigzag();
            Longs(ref reader, columns[b] = new long[count]);
        }

        into.Histograms = new();
        into.Histograms.Begin(count, buckets);
        Longs(ref reader, into.Histograms.Zeros.AsSpan(0, count));
        Doubles(ref reader, into.Histograms.Sum.AsSpan(0, count));
        Doubles(ref reader, into.Histograms.Min.AsSpan(0, count));
        Doubles(ref reader, into.Histograms.Max.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            into.Last[i] = into.Histograms.Zeros[i];

        for (var b = 0; b < buckets.Length; b++)
        {
            columns[b].CopyTo(into.Histograms.CountsOf(b));
            for (var i = 0; i < count; i++)
                into.Last[i] += columns[b][i];
        }
    }

    private static void Longs(ReadOnlySpan<long> column, ByteWriter into)
    {
        foreach (var value in column)
            into.Zigzag(value);
    }

    private static void Longs(ref ByteReader reader, Span<long> column)
    {
        foreach (ref var value in column)
            value = reader.Zigzag();
    }

    private static void Doubles(ReadOnlySpan<double> column, ByteWriter into)
    {
        foreach (var value in column)
            into.Double(value);
    }

    private static void Doubles(ref ByteReader reader, Span<double> column)
    {
        foreach (ref var value in column)
            value = reader.Double();
    }
}
