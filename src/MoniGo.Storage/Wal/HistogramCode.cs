using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The bytes of one changed distribution, told by the distribution before it.</summary>
/// <remarks>
/// Flags, then the zeros' growth, sum, minimum and maximum where they differ, then buckets. Buckets that only grew are a count and
/// that many pairs of (distance to the bucket before, growth); the first distance is counted from the first bucket there was. After a reset or
/// wherever else buckets shrank, all stand there anew. Not thread-safe: the reader's scratch memory is used again.
/// </remarks>
internal sealed class HistogramCode
{
    private const byte Anew = 1;
    private const byte Zeros = 2;
    private const byte Sum = 4;
    private const byte Min = 8;
    private const byte Max = 16;

    private int[] _indices = new int[64];
    private long[] _counts = new long[64];
    private int _used;

    /// <summary>Tells whether two distributions are the same, bit for bit.</summary>
    public static bool IsSame(ExponentialHistogram before, ExponentialHistogram after) =>
        ReferenceEquals(before, after)
        || (before.Count == after.Count
            && Differences(before, after) == 0
            && before.Indices.SequenceEqual(after.Indices)
            && before.Counts.SequenceEqual(after.Counts));

    public static void Write(ExponentialHistogram before, ExponentialHistogram after, ByteWriter into)
    {
        var grown = CountGrown(before, after);
        var flags = Differences(before, after);
        into.Byte(grown < 0 ? (byte)(flags | Anew) : flags);
        if ((flags & Zeros) != 0)
            into.Zigzag(after.ZeroCount - before.ZeroCount);

        if ((flags & Sum) != 0)
            ValueCode.Write(before.Sum, after.Sum, into);

        if ((flags & Min) != 0)
            ValueCode.Write(before.Min, after.Min, into);

        if ((flags & Max) != 0)
            ValueCode.Write(before.Max, after.Max, into);

        if (grown < 0)
            WriteAnew(after, into);
        else
            WriteGrown(before, after, grown, into);
    }

    public ExponentialHistogram Read(ref ByteReader from, ExponentialHistogram before)
    {
        var flags = from.Byte();
        var zeros = before.ZeroCount + ((flags & Zeros) != 0 ? from.Zigzag() : 0);
        var sum = (flags & Sum) != 0 ? ValueCode.Read(ref from, before.Sum) : before.Sum;
        var min = (flags & Min) != 0 ? ValueCode.Read(ref from, before.Min) : before.Min;
        var max = (flags & Max) != 0 ? ValueCode.Read(ref from, before.Max) : before.Max;
        if ((flags & Anew) != 0)
            ReadAnew(ref from);
        else
            ReadGrown(ref from, before);

        return new(_indices.AsSpan(0, _used), _counts.AsSpan(0, _used), zeros, sum, min, max);
    }

    private static byte Differences(ExponentialHistogram before, ExponentialHistogram after) =>
        (byte)((before.ZeroCount == after.ZeroCount ? 0 : Zeros)
            | (DoubleBits.AreSame(before.Sum, after.Sum) ? 0 : Sum)
            | (DoubleBits.AreSame(before.Min, after.Min) ? 0 : Min)
            | (DoubleBits.AreSame(before.Max, after.Max) ? 0 : Max));

    /// <summary>Counts the buckets that grew; -1 when one shrank or went.</summary>
    private static int CountGrown(ExponentialHistogram before, ExponentialHistogram after)
    {
        var (i, grown) = (0, 0);
        for (var j = 0; j < after.Indices.Length; j++)
        {
            if (i < before.Indices.Length && before.Indices[i] < after.Indices[j])
                return -1;

            var isKnown = i < before.Indices.Length && before.Indices[i] == after.Indices[j];
            var growth = after.Counts[j] - (isKnown ? before.Counts[i++] : 0);
            if (growth < 0 || (growth == 0 && !isKnown))
                return -1;

            grown += growth > 0 ? 1 : 0;
        }

        return i == before.Indices.Length ? grown : -1;
    }

    private static void WriteGrown(ExponentialHistogram before, ExponentialHistogram after, int grown, ByteWriter into)
    {
        into.Varint(grown);
        var last = before.Indices.IsEmpty ? 0 : before.Indices[0];
        var isFirst = true;
        for (int i = 0, j = 0; j < after.Indices.Length; j++)
        {
            var isKnown = i < before.Indices.Length && before.Indices[i] == after.Indices[j];
            var growth = after.Counts[j] - (isKnown ? before.Counts[i++] : 0);
            if (growth == 0)
                continue;

            WriteIndex(after.Indices[j], last, isFirst, into);
            into.Varint((ulong)growth);
            (last, isFirst) = (after.Indices[j], false);
        }
    }

    private void ReadGrown(ref ByteReader from, ExponentialHistogram before)
    {
        var grown = from.Varint(from.Left / 2);
        Begin(before.Indices.Length + grown);
        long last = before.Indices.IsEmpty ? 0 : before.Indices[0];
        var i = 0;
        for (var g = 0; g < grown; g++)
        {
            last = ReadIndex(ref from, last, isFirst: g == 0);
            var growth = (long)from.Varint();
            while (i < before.Indices.Length && before.Indices[i] < last)
                Add(before.Indices[i], before.Counts[i++]);

            var isKnown = i < before.Indices.Length && before.Indices[i] == last;
            Add((int)last, growth + (isKnown ? before.Counts[i++] : 0));
        }

        for (; i < before.Indices.Length; i++)
            Add(before.Indices[i], before.Counts[i]);
    }

    private static void WriteAnew(ExponentialHistogram after, ByteWriter into)
    {
        into.Varint(after.Indices.Length);
        var last = 0;
        for (var i = 0; i < after.Indices.Length; i++)
        {
            WriteIndex(after.Indices[i], last, isFirst: i == 0, into);
            into.Zigzag(after.Counts[i]);
            last = after.Indices[i];
        }
    }

    private void ReadAnew(ref ByteReader from)
    {
        var buckets = from.Varint(from.Left / 2);
        Begin(buckets);
        long last = 0;
        for (var b = 0; b < buckets; b++)
        {
            last = ReadIndex(ref from, last, isFirst: b == 0);
            Add((int)last, from.Zigzag());
        }
    }

    private static void WriteIndex(int index, int last, bool isFirst, ByteWriter into) =>
        into.Zigzag((long)index - last - (isFirst ? 0 : 1));

    private static long ReadIndex(ref ByteReader from, long last, bool isFirst)
    {
        var distance = from.Zigzag();
        var next = unchecked(last + distance + (isFirst ? 0 : 1));
        var ascends = isFirst || distance >= 0;
        return ascends && next is >= int.MinValue and <= int.MaxValue
            ? next
            : throw new DamagedDataException($"Bucket {next} follows bucket {last}.");
    }

    private void Begin(int buckets)
    {
        _used = 0;
        if (_indices.Length < buckets)
            (_indices, _counts) = (new int[buckets], new long[buckets]);
    }

    private void Add(int index, long count) => (_indices[_used], _counts[_used++]) = (index, count);
}
