using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>The bytes of an axis: its times and runs (FORMAT.md, "Axis").</summary>
internal static class AxisCodec
{
    private const int MaxRows = 1 << 24;

    // A damaged count must not take more memory than the bytes behind it can speak for: a column has two bytes at least.
    private const int RowsPerColumn = 1 << 16;
    private const int BytesPerColumn = 2;

    public static void Write(RowAxis axis, ByteWriter into)
    {
        if (axis.Count > MaxRows)
            throw new ArgumentException($"An axis has {axis.Count} rows.", nameof(axis));

        into.Varint(axis.Count);
        into.Varint(axis.Runs.Length);
        var before = default(RowRun);
        foreach (var run in axis.Runs)
        {
            into.Varint(run.Count);
            into.Zigzag(run.Epoch - before.Epoch);
            into.Zigzag(run.FirstSequence - before.FirstSequence);
            into.Zigzag(run.Stride);
            before = run;
        }

        for (var row = 0; row < axis.Count; row += RowsPerColumn)
            LongColumn.Write(axis.Times.AsSpan(row, Math.Min(RowsPerColumn, axis.Count - row)), into);
    }

    /// <summary>Reads an axis; what does not fit is a <see cref="DamagedDataException"/>, whatever the bytes are.</summary>
    public static RowAxis Read(ReadOnlySpan<byte> from)
    {
        var reader = new ByteReader(from);
        var count = reader.Varint(MaxRows);
        var runs = ReadRuns(ref reader, count);
        if (count > (long)reader.Left / BytesPerColumn * RowsPerColumn)
            throw new DamagedDataException($"{reader.Left} bytes are no {count} rows.");

        var times = new long[count];
        for (var row = 0; row < count; row += RowsPerColumn)
            LongColumn.Read(ref reader, times.AsSpan(row, Math.Min(RowsPerColumn, count - row)));

        for (var row = 1; row < count; row++)
        {
            if (times[row] < times[row - 1])
                throw new DamagedDataException("Times go back.");
        }

        return new(times, runs);
    }

    private static ImmutableArray<RowRun> ReadRuns(ref ByteReader from, int count)
    {
        var runs = ImmutableArray.CreateBuilder<RowRun>(from.Varint(Math.Min(count, from.Left)));
        var (row, before) = (0, default(RowRun));
        while (runs.Count < runs.Capacity)
        {
            var rows = from.Varint(count - row);
            if (rows == 0)
                throw new DamagedDataException("A run has no rows.");

            before = new(row, rows, before.Epoch + from.Zigzag(), before.FirstSequence + from.Zigzag(), from.Zigzag());
            runs.Add(before);
            row += rows;
        }

        return row == count ? runs.MoveToImmutable() : throw new DamagedDataException($"Runs of {row} rows on an axis of {count}.");
    }
}
