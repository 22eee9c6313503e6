using System.Buffers;

namespace MoniGo.Storage;

/// <summary>The bytes of differences: lower bits, Huffman-coded symbols, exceptions (FORMAT.md, "Packing").</summary>
internal static class Packing
{
    private const int ShiftMask = 0x3F;
    private const int HasAlphabet = 0x40;
    private const int HasExceptions = 0x80;

    /// <summary>Writes numbers, at least one.</summary>
    public static void Write(ReadOnlySpan<long> numbers, ByteWriter into, bool isNested)
    {
        var scratch = ArrayPool<long>.Shared.Rent(numbers.Length);
        try
        {
            var room = scratch.AsSpan(0, numbers.Length);
            numbers.CopyTo(room);
            room.Sort();
            var plan = PackingPlan.Choose(room, mayExcept: !isNested);
            Write(numbers, plan, into);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }

    /// <summary>Reads numbers, as many as there is room for.</summary>
    public static void Read(ref ByteReader from, Span<long> numbers, bool isNested)
    {
        var head = from.Byte();
        var shift = head & ShiftMask;
        var first = (head & HasAlphabet) != 0 ? from.Zigzag() : 0;
        Span<byte> lengths = stackalloc byte[SymbolCode.MaxSymbols];
        lengths = lengths[..((head & HasAlphabet) != 0 ? 1 + from.Varint(SymbolCode.MaxSymbols - 1) : 1)];
        if (lengths.Length > 1)
            ReadLengths(ref from, lengths);

        var low = from.Bytes((int)(((long)numbers.Length * shift + 7) / 8));
        if (lengths.Length > 1)
            ReadSymbols(ref from, lengths, first, numbers);
        else
            numbers.Fill(first);

        if ((head & HasExceptions) != 0)
            ReadExceptions(ref from, numbers, isNested);

        if (shift > 0)
            ReadLow(low, shift, numbers);
    }

    private static void Write(ReadOnlySpan<long> numbers, PackingPlan plan, ByteWriter into)
    {
        Span<int> counts = stackalloc int[SymbolCode.MaxSymbols];
        counts = counts[..plan.Symbols];
        counts.Clear();
        var exceptions = 0;
        foreach (var number in numbers)
        {
            if (Symbol(number, plan) is >= 0 and var symbol)
                counts[symbol]++;
            else
                exceptions++;
        }

        var filler = counts.IndexOf(Max(counts));
        counts[filler] += exceptions;
        var hasAlphabet = plan.Symbols > 1 || plan.First != 0;
        into.Byte((byte)(plan.Shift | (hasAlphabet ? HasAlphabet : 0) | (exceptions > 0 ? HasExceptions : 0)));
        if (hasAlphabet)
        {
            into.Zigzag(plan.First);
            into.Varint(plan.Symbols - 1);
        }

        WriteCoded(numbers, plan, counts, filler, into);
        if (exceptions > 0)
            WriteExceptions(numbers, plan, exceptions, into);
    }

    private static void WriteCoded(ReadOnlySpan<long> numbers, PackingPlan plan, ReadOnlySpan<int> counts, int filler, ByteWriter into)
    {
        Span<byte> lengths = stackalloc byte[SymbolCode.MaxSymbols];
        Span<ushort> codes = stackalloc ushort[SymbolCode.MaxSymbols];
        lengths = lengths[..counts.Length];
        var bits = new BitWriter(into);
        if (lengths.Length > 1)
        {
            SymbolCode.Choose(counts, lengths);
            SymbolCode.Codes(lengths, codes);
            foreach (var length in lengths)
                bits.Write(length, 4);
        }

        bits.End();
        foreach (var number in numbers)
            bits.Write((ulong)number, plan.Shift);

        bits.End();
        for (var i = 0; i < numbers.Length && lengths.Length > 1; i++)
        {
            var symbol = Symbol(numbers[i], plan);
            symbol = symbol < 0 ? filler : symbol;
            bits.Write(codes[symbol], lengths[symbol]);
        }

        bits.End();
    }

    private static void ReadLengths(ref ByteReader from, scoped Span<byte> lengths)
    {
        var bytes = from.Bytes((lengths.Length + 1) / 2);
        for (var s = 0; s < lengths.Length; s++)
            lengths[s] = (byte)((s & 1) == 0 ? bytes[s / 2] >> 4 : bytes[s / 2] & 0xF);
    }

    private static void ReadSymbols(ref ByteReader from, scoped ReadOnlySpan<byte> lengths, long first, Span<long> numbers)
    {
        Span<ushort> table = stackalloc ushort[SymbolCode.TableSize];
        SymbolCode.Fill(lengths, table);
        var bytes = from.Rest;
        var (i, bit) = (0, 0);
        while (i < numbers.Length)
        {
            // One look at the bytes lasts for five symbols of ten bits.
            var end = Math.Min(numbers.Length, i + (Bits.AtOnce / SymbolCode.MaxLength));
            for (var word = Bits.From(bytes, bit); i < end; i++)
            {
                int entry = table[(int)(word >> (64 - SymbolCode.MaxLength))];
                numbers[i] = first + (entry >> 4);
                word <<= entry & 0xF;
                bit += entry & 0xF;
            }
        }

        from.Bytes((bit + 7) / 8);
    }

    private static void ReadLow(ReadOnlySpan<byte> bytes, int shift, Span<long> numbers)
    {
        if (shift > Bits.AtOnce)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var high = Bits.From(bytes, i * shift) >> 32;
                numbers[i] = (numbers[i] << shift) | (long)((high << (shift - 32)) | (Bits.From(bytes, (i * shift) + 32) >> (96 - shift)));
            }

            return;
        }

        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (numbers[i] << shift) | (long)(Bits.From(bytes, i * shift) >> (64 - shift));
    }

    private static void WriteExceptions(ReadOnlySpan<long> numbers, PackingPlan plan, int count, ByteWriter into)
    {
        var scratch = ArrayPool<long>.Shared.Rent(2 * count);
        var gaps = scratch.AsSpan(0, count);
        var values = scratch.AsSpan(count, count);
        var (at, next) = (0, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (Symbol(numbers[i], plan) >= 0)
                continue;

            (gaps[at], values[at++]) = (i - next, numbers[i] >> plan.Shift);
            next = i + 1;
        }

        into.Varint(count - 1);
        LongColumn.Write(gaps, into, isNested: true);
        LongColumn.Write(values, into, isNested: true);
        ArrayPool<long>.Shared.Return(scratch);
    }

    private static void ReadExceptions(ref ByteReader from, Span<long> numbers, bool isNested)
    {
        if (isNested)
            throw new DamagedDataException("Exceptions within exceptions.");

        var count = 1 + from.Varint(numbers.Length - 1);
        var scratch = ArrayPool<long>.Shared.Rent(2 * count);
        try
        {
            var gaps = scratch.AsSpan(0, count);
            var values = scratch.AsSpan(count, count);
            LongColumn.Read(ref from, gaps, isNested: true);
            LongColumn.Read(ref from, values, isNested: true);
            var next = 0;
            for (var i = 0; i < count; i++)
            {
                if ((ulong)gaps[i] >= (ulong)(numbers.Length - next))
                    throw new DamagedDataException("An exception lies behind the end of its column.");

                next += (int)gaps[i];
                numbers[next++] = values[i];
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }

    private static int Symbol(long number, PackingPlan plan)
    {
        var symbol = (ulong)((number >> plan.Shift) - plan.First);
        return symbol < (ulong)plan.Symbols ? (int)symbol : -1;
    }

    private static int Max(ReadOnlySpan<int> counts)
    {
        var max = 0;
        foreach (var count in counts)
            max = Math.Max(max, count);

        return max;
    }
}
