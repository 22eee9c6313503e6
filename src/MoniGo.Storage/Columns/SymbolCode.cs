namespace MoniGo.Storage;

/// <summary>The canonical Huffman code of a small alphabet (FORMAT.md, "Packing").</summary>
/// <remarks>Codes are given in order of (length, symbol), as in deflate. A length of 0 stands for a symbol that does not occur.</remarks>
internal static class SymbolCode
{
    public const int MaxSymbols = 64;
    public const int MaxLength = 10;
    public const int TableSize = 1 << MaxLength;

    /// <summary>Chooses lengths for an alphabet of which at least two symbols occur.</summary>
    public static void Choose(ReadOnlySpan<int> counts, Span<byte> lengths)
    {
        Span<long> weights = stackalloc long[2 * MaxSymbols];
        Span<byte> parents = stackalloc byte[2 * MaxSymbols];
        for (var damping = 0; ; damping++)
        {
            // Flatter counts give shorter codes; all ones would give 6 bits.
            for (var s = 0; s < counts.Length; s++)
                weights[s] = counts[s] == 0 ? 0 : (counts[s] >> damping) + 1;

            if (TryTree(weights, parents, counts.Length, lengths))
                return;
        }
    }

    /// <summary>Gives each symbol its code.</summary>
    public static void Codes(ReadOnlySpan<byte> lengths, Span<ushort> codes)
    {
        var next = 0;
        for (var length = 1; length <= MaxLength; length++, next <<= 1)
        {
            for (var s = 0; s < lengths.Length; s++)
            {
                if (lengths[s] == length)
                    codes[s] = (ushort)next++;
            }
        }
    }

    /// <summary>Fills a table that the next <see cref="MaxLength"/> bits look up: symbol, then four bits of length.</summary>
    public static void Fill(ReadOnlySpan<byte> lengths, Span<ushort> table)
    {
        if (lengths.ContainsAnyExceptInRange((byte)0, (byte)MaxLength))
            throw new DamagedDataException("A code has too long symbols.");

        var at = 0;
        for (var length = 1; length <= MaxLength; length++)
        {
            var entries = TableSize >> length;
            for (var s = 0; s < lengths.Length; s++)
            {
                if (lengths[s] != length)
                    continue;

                if (at + entries > TableSize)
                    throw new DamagedDataException("A code has too many short symbols.");

                table.Slice(at, entries).Fill((ushort)((s << 4) | length));
                at += entries;
            }
        }

        if (at != TableSize)
            throw new DamagedDataException("A code does not use all bits.");
    }

    // Joins the two lightest nodes until one is left. With 64 symbols at most, looking for them costs less than a heap.
    private static bool TryTree(Span<long> weights, Span<byte> parents, int symbols, Span<byte> lengths)
    {
        var end = symbols;
        while (true)
        {
            var (first, second) = Lightest(weights[..end]);
            if (second < 0)
                break;

            weights[end] = weights[first] + weights[second];
            (weights[first], weights[second]) = (-weights[first], -weights[second]);
            parents[first] = parents[second] = (byte)end++;
        }

        for (var s = 0; s < symbols; s++)
        {
            var length = 0;
            for (int node = s; weights[s] != 0 && node != end - 1; node = parents[node])
                length++;

            if (length > MaxLength)
                return false;

            lengths[s] = (byte)length;
        }

        return true;
    }

    private static (int First, int Second) Lightest(ReadOnlySpan<long> weights)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
                continue;

            if (first < 0 || weights[i] < weights[first])
                (first, second) = (i, first);
            else if (second < 0 || weights[i] < weights[second])
                second = i;
        }

        return (first, second);
    }
}
