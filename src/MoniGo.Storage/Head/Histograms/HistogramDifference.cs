using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Writes what changed from one distribution to the next, and nothing else.</summary>
internal static class HistogramDifference
{
    public const byte Sum = 1;
    public const byte Min = 2;
    public const byte Max = 4;
    public const byte Zeros = 8;

    /// <summary>Ends the list of changed buckets.</summary>
    public const byte End = 0;

    /// <summary>Announces a bucket whose distance and change stand behind it, as varints.</summary>
    public const byte Large = 1;

    /// <summary>The largest distance and change that share a byte, four bits each.</summary>
    public const int MostSmall = 15;

    /// <summary>Writes the difference; <see cref="HistogramColumns"/> reads it.</summary>
    public static void Write(ExponentialHistogram from, ExponentialHistogram to, ByteWriter into)
    {
        var changes = (DoubleBits.AreSame(from.Sum, to.Sum) ? 0 : Sum) | (DoubleBits.AreSame(from.Min, to.Min) ? 0 : Min)
            | (DoubleBits.AreSame(from.Max, to.Max) ? 0 : Max) | (from.ZeroCount == to.ZeroCount ? 0 : Zeros);
        into.Byte((byte)changes);
        if ((changes & Sum) != 0)
            into.Double(to.Sum);

        if ((changes & Min) != 0)
            into.Double(to.Min);

        if ((changes & Max) != 0)
            into.Double(to.Max);

        if ((changes & Zeros) != 0)
            into.Zigzag(to.ZeroCount - from.ZeroCount);

        WriteBuckets(from, to, into);
    }

    /// <summary>Writes changed buckets: the distance to the one before, counted from 1, and the change.</summary>
    private static void WriteBuckets(ExponentialHistogram from, ExponentialHistogram to, ByteWriter into)
    {
        var olds = from.Indices;
        var news = to.Indices;
        var last = (long)int.MinValue - 1;
        for (int i = 0, j = 0; i < olds.Length || j < news.Length;)
        {
            var index = i == olds.Length ? news[j] : j == news.Length ? olds[i] : Math.Min(olds[i], news[j]);
            var old = i < olds.Length && olds[i] == index ? from.Counts[i++] : 0;
            var change = (j < news.Length && news[j] == index ? to.Counts[j++] : 0) - old;
            if (change == 0)
                continue;

            WriteBucket(index - last, change, into);
            last = index;
        }

        into.Byte(End);
    }

    private static void WriteBucket(long distance, long change, ByteWriter into)
    {
        if (distance <= MostSmall && change is > 0 and <= MostSmall)
        {
            into.Byte((byte)((distance << 4) | change));
            return;
        }

        into.Byte(Large);
        into.Varint((ulong)distance);
        into.Zigzag(change);
    }
}
