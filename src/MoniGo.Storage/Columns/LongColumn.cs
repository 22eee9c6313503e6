using System.Buffers;
using System.Numerics;

namespace MoniGo.Storage;

/// <summary>The bytes of a column of integers: base, divisor, order of difference (FORMAT.md, "Column").</summary>
internal static class LongColumn
{
    // The higher half of the first byte. The lower half belongs to columns of doubles.
    private const int OrderMask = 3;
    private const int Divided = 4;
    private const int Plain = 4;

    // Up to here numbers one by one may be shorter than packed.
    private const int MaxPlain = 32;

    /// <summary>Writes a column; one without values has no bytes.</summary>
    /// <param name="values">The values.</param>
    /// <param name="into">Where the bytes go.</param>
    /// <param name="flags">What the caller wants to read back from the first byte: its lower half, and its highest bit.</param>
    /// <param name="isNested">Whether this is a column within a column, which has no exceptions.</param>
    public static void Write(ReadOnlySpan<long> values, ByteWriter into, int flags = 0, bool isNested = false)
    {
        if (values.Length == 0)
            return;

        var divisor = Divisor(values);
        if (divisor == 0)
        {
            into.Byte((byte)flags);
            into.Zigzag(values[0]);
            return;
        }

        var start = into.Length;
        if (values.Length <= MaxPlain)
            WritePlain(values, into, flags);

        var packed = into.Length;
        WritePacked(values, divisor, into, flags, isNested);
        if (packed > start && into.Length - packed >= packed - start)
            into.Truncate(packed);
        else
            into.Remove(start, packed - start);
    }

    /// <summary>Reads a column of as many values as there is room for.</summary>
    public static void Read(ref ByteReader from, Span<long> values, bool isNested = false)
    {
        if (values.Length > 0)
            Read(ref from, from.Byte(), values, isNested);
    }

    /// <summary>Reads a column behind its first byte.</summary>
    public static void Read(ref ByteReader from, int first, Span<long> values, bool isNested = false)
    {
        var mode = (first >> 4) & (OrderMask | Divided);
        var start = from.Zigzag();
        if (mode == 0)
            values.Fill(start);
        else if (mode == Plain)
            ReadPlain(ref from, start, values);
        else
            ReadPacked(ref from, mode, start, values, isNested);
    }

    private static void WritePlain(ReadOnlySpan<long> values, ByteWriter into, int flags)
    {
        into.Byte((byte)((Plain << 4) | flags));
        foreach (var value in values)
            into.Zigzag(value);
    }

    private static void ReadPlain(ref ByteReader from, long start, Span<long> values)
    {
        values[0] = start;
        for (var i = 1; i < values.Length; i++)
            values[i] = from.Zigzag();
    }

    private static void WritePacked(ReadOnlySpan<long> values, ulong divisor, ByteWriter into, int flags, bool isNested)
    {
        var scratch = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            var units = scratch.AsSpan(0, values.Length);
            for (var i = 0; i < units.Length; i++)
                units[i] = (values[i] - values[0]) / (long)divisor;

            var order = DifferenceOrder.Choose(units);
            into.Byte((byte)(((order + 1) << 4) | (divisor > 1 ? Divided << 4 : 0) | flags));
            into.Zigzag(values[0]);
            if (divisor > 1)
                into.Varint(divisor);
            if (order == 2)
                into.Zigzag(units[1]);

            Packing.Write(DifferenceOrder.Apply(units, order), into, isNested);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }

    private static void ReadPacked(ref ByteReader from, int mode, long start, Span<long> values, bool isNested)
    {
        var divisor = (mode & Divided) != 0 ? (long)from.Varint() : 1;
        var order = (mode & OrderMask) - 1;
        if (values.Length < (order == 2 ? 3 : 2))
            throw new DamagedDataException($"A difference of order {order} of {values.Length} values.");

        values[0] = start;
        var slope = order == 2 ? from.Zigzag() * divisor : 0;
        if (order == 2)
            values[1] = start + slope;

        var rest = values[(order == 2 ? 2 : 1)..];
        Packing.Read(ref from, rest, isNested);
        DifferenceOrder.Undo(rest, order, divisor, order == 2 ? values[1] : start, slope);
    }

    // The greatest number that divides all distances to the first value; 0 when there are none.
    private static ulong Divisor(ReadOnlySpan<long> values)
    {
        ulong divisor = 0;
        for (var i = 1; i < values.Length && divisor != 1; i++)
        {
            var distance = values[i] - values[0];
            var rest = distance < 0 ? (ulong)-distance : (ulong)distance;
            if (divisor != 0 && rest % divisor == 0)
                continue;

            if (rest != 0)
                divisor = Gcd(divisor, rest);
        }

        return divisor;
    }

    private static ulong Gcd(ulong a, ulong b)
    {
        if (a == 0)
            return b;

        var shift = BitOperations.TrailingZeroCount(a | b);
        for (a >>= BitOperations.TrailingZeroCount(a); b != 0; b -= a)
        {
            b >>= BitOperations.TrailingZeroCount(b);
            if (a > b)
                (a, b) = (b, a);
        }

        return a << shift;
    }
}
