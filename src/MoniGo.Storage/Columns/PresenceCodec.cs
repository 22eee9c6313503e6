using System.Buffers;

namespace MoniGo.Storage;

/// <summary>The bytes that say in which rows a series is present (FORMAT.md, "Series chunk").</summary>
internal static class PresenceCodec
{
    /// <summary>Writes one byte for a series that is always there; else its runs.</summary>
    public static void Write(SeriesRows rows, ByteWriter into)
    {
        if (rows.IsDense)
        {
            into.Varint(0);
            return;
        }

        var scratch = ArrayPool<long>.Shared.Rent(2 * rows.Count);
        var gaps = scratch.AsSpan(0, rows.Count);
        var lengths = scratch.AsSpan(rows.Count, rows.Count);
        var runs = 0;
        for (var (i, next) = (0, 0); i < rows.Count; next = rows.Rows[i++] + 1)
        {
            if (i > 0 && rows.Rows[i] == next)
                lengths[runs - 1]++;
            else
                (gaps[runs], lengths[runs++]) = (rows.Rows[i] - next, 1);
        }

        into.Varint(runs + 1);
        LongColumn.Write(gaps[..runs], into);
        LongColumn.Write(lengths[..runs], into);
        ArrayPool<long>.Shared.Return(scratch);
    }

    /// <summary>Begins the rows of a series and tells where they are.</summary>
    public static void Read(ref ByteReader from, int axisCount, SeriesRows into)
    {
        var runs = from.Varint(axisCount + 1) - 1;
        if (runs < 0)
        {
            into.Begin(axisCount);
            into.IsDense = true;
            return;
        }

        var scratch = ArrayPool<long>.Shared.Rent(2 * runs);
        try
        {
            var gaps = scratch.AsSpan(0, runs);
            var lengths = scratch.AsSpan(runs, runs);
            LongColumn.Read(ref from, gaps);
            LongColumn.Read(ref from, lengths);
            into.Begin(Count(gaps, lengths, axisCount));
            Fill(gaps, lengths, into.Rows);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }

    private static int Count(ReadOnlySpan<long> gaps, ReadOnlySpan<long> lengths, int axisCount)
    {
        var (count, left) = (0L, (long)axisCount);
        for (var run = 0; run < gaps.Length; run++)
        {
            if ((ulong)gaps[run] > (ulong)left || lengths[run] < 1 || lengths[run] > left - gaps[run])
                throw new DamagedDataException("A series is present behind the end of the axis.");

            (count, left) = (count + lengths[run], left - gaps[run] - lengths[run]);
        }

        return (int)count;
    }

    private static void Fill(ReadOnlySpan<long> gaps, ReadOnlySpan<long> lengths, Span<int> rows)
    {
        var (at, row) = (0, 0);
        for (var run = 0; run < gaps.Length; run++)
        {
            row += (int)gaps[run];
            for (var end = row + (int)lengths[run]; row < end; row++)
                rows[at++] = row;
        }
    }
}
