using System.Buffers;
using System.Runtime.InteropServices;

namespace MoniGo.Storage;

/// <summary>The bytes of a histogram's columns (FORMAT.md, "Series chunk").</summary>
internal static class HistogramCodec
{
    // Buckets go from the smallest double to the largest, 16 an octave; cells are held in memory.
    private const int MaxBuckets = 1 << 16;
    private const int MaxCells = 1 << 26;
    private const int BytesPerBucket = 2;

    public static void Write(HistogramRows rows, ByteWriter into)
    {
        // Without rows no bucket holds anything, and its column would have no bytes.
        var buckets = rows.Count == 0 ? [] : Array.ConvertAll(rows.Buckets, bucket => (long)bucket);
        into.Varint(buckets.Length);
        LongColumn.Write(buckets, into);
        for (var bucket = 0; bucket < buckets.Length; bucket++)
            LongColumn.Write(rows.CountsOf(bucket), into);

        LongColumn.Write(rows.Zeros.AsSpan(0, rows.Count), into);
        DoubleColumn.Write(rows.Sum.AsSpan(0, rows.Count), into);
        DoubleColumn.Write(rows.Min.AsSpan(0, rows.Count), into);
        DoubleColumn.Write(rows.Max.AsSpan(0, rows.Count), into);
    }

    /// <summary>Reads the columns, and sums up how many values were recorded.</summary>
    public static void Read(ref ByteReader from, SeriesRows into)
    {
        var count = into.Count;
        var buckets = from.Varint(Math.Min(MaxBuckets, from.Left / BytesPerBucket));
        if ((long)buckets * count > MaxCells)
            throw new DamagedDataException($"{buckets} buckets in {count} rows.");

        var rows = into.BeginHistograms();
        ReadBuckets(ref from, buckets, count, rows);
        for (var bucket = 0; bucket < buckets; bucket++)
            LongColumn.Read(ref from, rows.CountsOf(bucket));

        LongColumn.Read(ref from, rows.Zeros.AsSpan(0, count));
        DoubleColumn.Read(ref from, rows.Sum.AsSpan(0, count));
        DoubleColumn.Read(ref from, rows.Min.AsSpan(0, count));
        DoubleColumn.Read(ref from, rows.Max.AsSpan(0, count));
        SumUp(rows, into.Last.AsSpan(0, count));
    }

    private static void ReadBuckets(ref ByteReader from, int buckets, int count, HistogramRows rows)
    {
        var scratch = ArrayPool<long>.Shared.Rent(buckets);
        try
        {
            var indices = scratch.AsSpan(0, buckets);
            LongColumn.Read(ref from, indices);
            for (var b = 0; b < buckets; b++)
            {
                if (indices[b] is < int.MinValue or > int.MaxValue || (b > 0 && indices[b] <= indices[b - 1]))
                    throw new DamagedDataException("Buckets do not ascend.");
            }

            rows.BeginWith(count, indices);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }

    private static void SumUp(HistogramRows rows, Span<double> last)
    {
        var totals = MemoryMarshal.Cast<double, long>(last);
        rows.Zeros.AsSpan(0, totals.Length).CopyTo(totals);
        for (var bucket = 0; bucket < rows.Buckets.Length; bucket++)
        {
            var counts = rows.CountsOf(bucket);
            for (var i = 0; i < totals.Length; i++)
                totals[i] += counts[i];
        }

        for (var i = 0; i < last.Length; i++)
            last[i] = totals[i];
    }
}
