using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoniGo.Collectors;

/// <summary>Hashes the tags of a measurement, whatever their order, without allocating.</summary>
/// <remarks>
/// The quick hash looks at twelve letters of a text at most: a third of the time of the strong one, but an application, or an
/// attacker, can have many texts that differ elsewhere. The strong one is .NET's own, seeded anew in every process.
/// </remarks>
internal static class TagHash
{
    private const int WordLength = sizeof(ulong) / sizeof(char);

    // The golden ratio in 64 bits: odd, and it spreads low bits upwards.
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Hashes a few letters of each text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Quick(ReadOnlySpan<Tag> tags)
    {
        // Addition forgets the order; the multiplication before it keeps {a=1,b=2} apart from {a=2,b=1}.
        ulong hash = 0;
        foreach (ref readonly var tag in tags)
            hash += Mix(OfKey(tag.Key), tag.Value is string text ? Letters(text) : OfOther(tag.Value));

        return (int)(hash >> 32);
    }

    /// <summary>Hashes each text as a whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Strong(ReadOnlySpan<Tag> tags)
    {
        ulong hash = 0;
        foreach (ref readonly var tag in tags)
            hash += Mix(OfKey(tag.Key), tag.Value is string text ? (uint)text.GetHashCode(StringComparison.Ordinal) : OfOther(tag.Value));

        return (int)(hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key, ulong value)
    {
        var mixed = (value ^ (key << 48)) * Golden;
        return (mixed ^ (mixed >> 32)) * Golden;
    }

    // Keys are literals and few: length and last letter tell them apart well enough, and the comparison is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfKey(string? key) => string.IsNullOrEmpty(key) ? 0 : ((uint)key.Length << 8) ^ key[^1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Letters(string text)
    {
        if (text.Length < WordLength)
            return text.Length == 0 ? 0 : text[0] | ((ulong)text[text.Length / 2] << 16) | ((ulong)text[^1] << 32) | ((ulong)text.Length << 60);

        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var ends = (BinaryPrimitives.ReadUInt64LittleEndian(bytes) * Golden) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        var middle = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((text.Length - WordLength) / 2 * sizeof(char))..]);
        return (ends * Golden) ^ middle ^ (ulong)text.Length;
    }

    private static ulong OfOther(object? value) => value switch
    {
        int number => (uint)number,
        bool flag => flag ? 1UL : 2UL,
        null => 0,
        _ => OfAny(value),
    };

    // The value may be of the application's own type, and its code may throw: then it is simply not told apart here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong OfAny(object value)
    {
        try
        {
            return (uint)value.GetHashCode();
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
