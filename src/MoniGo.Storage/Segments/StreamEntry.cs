using System.Collections.Immutable;

namespace MoniGo.Storage;

/// <summary>What the directory says about one stream: its table, its runs, and where its chunks are.</summary>
/// <param name="Table">Which of the segment's tables is its.</param>
/// <param name="Runs">Its runs, which cover all rows.</param>
/// <param name="Axis">Where its axis is.</param>
/// <param name="Series">Where each series of its table is.</param>
internal sealed record StreamEntry(int Table, ImmutableArray<RowRun> Runs, ChunkEntry Axis, ChunkEntry[] Series)
{
    // entry := text name | varint table | varint block place | runs | chunk entry of the axis | chunk entry per series
    // runs  := varint runs | per run: varint rows, zigzag epoch since the run before, zigzag first sequence since the row before, zigzag stride

    /// <summary>Writes an entry whose chunk entries are already written.</summary>
    public static void Write(string name, int table, long place, ImmutableArray<RowRun> runs, ReadOnlySpan<byte> chunks, ByteWriter into)
    {
        into.Text(name);
        into.Varint(table);
        into.Varint((ulong)place);
        into.Varint(runs.Length);
        var before = default(RowRun);
        foreach (var run in runs)
        {
            into.Varint(run.Count);
            into.Zigzag(run.Epoch - before.Epoch);
            into.Zigzag(run.FirstSequence - before.SequenceOf(before.End));
            into.Zigzag(run.Stride);
            before = run;
        }

        into.Bytes(chunks);
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="directory">The whole directory.</param>
    /// <param name="start">Where the entry begins.</param>
    /// <param name="end">Where chunks end in the file.</param>
    public static StreamEntry Read(SegmentDirectory directory, int start, long end)
    {
        var from = directory.ReaderAt(start);
        from.Text();
        var table = from.Varint(Math.Max(0, directory.TableCount - 1));
        var place = (long)Math.Min(from.Varint(), (ulong)end);
        var runs = ReadRuns(ref from);
        var axis = ChunkEntry.Read(ref from, ref place, end);
        return new(table, runs, axis, ReadChunks(ref from, directory.TableAt(table).Series, place, end));
    }

    /// <summary>Reads only the runs of the entry that begins at <paramref name="start"/>.</summary>
    public static ImmutableArray<RowRun> ReadRuns(SegmentDirectory directory, int start)
    {
        var from = directory.ReaderAt(start);
        from.Text();
        from.Varint();
        from.Varint();
        return ReadRuns(ref from);
    }

    private static ChunkEntry[] ReadChunks(ref ByteReader from, int count, long place, long end)
    {
        if (count > from.Left)
            throw new DamagedDataException("A table has more series than the stream has chunks.");

        var chunks = new ChunkEntry[count];
        foreach (ref var chunk in chunks.AsSpan())
            chunk = ChunkEntry.Read(ref from, ref place, end);

        return chunks;
    }

    private static ImmutableArray<RowRun> ReadRuns(ref ByteReader from)
    {
        var runs = ImmutableArray.CreateBuilder<RowRun>(from.Varint(from.Left / 4));
        var before = default(RowRun);
        for (var i = 0; i < runs.Capacity; i++)
        {
            var count = from.Varint(Array.MaxLength - before.End);
            var (epoch, sequence) = (before.Epoch + from.Zigzag(), before.SequenceOf(before.End) + from.Zigzag());
            runs.Add(before = new(before.End, count, epoch, sequence, from.Zigzag()));
        }

        return runs.MoveToImmutable();
    }
}
