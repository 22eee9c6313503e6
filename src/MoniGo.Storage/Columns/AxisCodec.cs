using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>The bytes of an axis: its times and runs (FORMAT.md, "Axis").</summary>
internal static class AxisCodec
{
    private const int MaxRows = 1 << 24;

    public static void Write(RowAxis axis, ByteWriter into)
    {
        into.Varint(axis.Count);
        into.Varint(axis.Runs.Length);
        foreach (var run in axis.Runs)
        {
            into.Varint(run.Count);
            into.Zigzag(run.Epoch);
            into.Zigzag(run.FirstSequence);
            into.Zigzag(run.Stride);
        }

        var before = 0L;
        foreach (var time in axis.Times)
        {
            into.Zigzag(time - before);
            before = time;
        }
    }

    public static RowAxis Read(ReadOnlySpan<byte> from)
    {
        var reader = new ByteReader(from);
        var count = reader.Varint(Math.Min(MaxRows, from.Length));
        var runs = Runs(ref reader, count);
        var times = new long[count];
        var before = 0L;
        for (var i = 0; i < count; i++)
            times[i] = before += reader.Zigzag();

        return new(times, runs);
    }

    private static ImmutableArray<RowRun> Runs(ref ByteReader reader, int count)
    {
        var runs = ImmutableArray.CreateBuilder<RowRun>(reader.Varint(Math.Min(count, reader.Left)));
        var row = 0;
        while (runs.Count < runs.Capacity)
        {
            var rows = reader.Varint(count - row);
            if (rows == 0)
                throw new DamagedDataException("A run has no rows.");

            runs.Add(new(row, rows, reader.Zigzag(), reader.Zigzag(), reader.Zigzag()));
            row += rows;
        }

        return row == count ? runs.MoveToImmutable() : throw new DamagedDataException($"Runs of {row} rows on an axis of {count}.");
    }
}
