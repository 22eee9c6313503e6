using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoniGo.Collectors;

/// <summary>Hashes the tags of a measurement as they come, without allocating.</summary>
/// <remarks>
/// The order counts: code that measures gives its tags in one order, and a second order costs one more entry of the table.
/// The quick hash looks at twelve letters of a text at most and multiplies once a tag, but an application, or an attacker, can have
/// many texts that differ elsewhere. The strong one is .NET's own, seeded anew in every process.
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
        // Keys are literals and few; their comparison is exact, so this hash leaves them out.
        ulong hash = 0;
        foreach (ref readonly var tag in tags)
            hash = Mix(hash, tag.Value is string text ? Letters(text) : OfOther(tag.Value));

        return (int)(hash >> 32);
    }

    /// <summary>Hashes each key and each text as a whole.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Strong(ReadOnlySpan<Tag> tags)
    {
        ulong hash = 0;
        foreach (ref readonly var tag in tags)
            hash = Mix(Mix(hash, (uint)(tag.Key?.GetHashCode(StringComparison.Ordinal) ?? 0)), tag.Value is string text ? (uint)text.GetHashCode(StringComparison.Ordinal) : OfOther(tag.Value));

        return (int)(hash >> 32);
    }

    // The rotation brings the high bits, which the multiplication filled, back to where the next one spreads them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong value) => (BitOperations.RotateLeft(hash, 31) ^ value) * Golden;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Letters(string text)
    {
        if (text.Length < WordLength)
            return text.Length == 0 ? 0 : text[0] | ((ulong)text[text.Length / 2] << 16) | ((ulong)text[^1] << 32) | ((ulong)text.Length << 60);

        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var middle = BinaryPrimitives.ReadUInt64LittleEndian(bytes[((text.Length - WordLength) / 2 * sizeof(char))..]);
        var last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        return first ^ BitOperations.RotateLeft(middle, 5) ^ BitOperations.RotateLeft(last, 11) ^ ((ulong)text.Length << 56);
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
