global using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

using System.Runtime.CompilerServices;

namespace MoniGo.Collectors;

/// <summary>Hashes and compares the tags of a measurement as they come, without allocating.</summary>
/// <remarks>Two orders of the same tags have the same hash and are equal.</remarks>
internal static class TagSequence
{
    /// <summary>Hashes tags regardless of their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Hash(ReadOnlySpan<Tag> tags)
    {
        // Addition forgets the order; the multiplication before it keeps {a=1,b=2} apart from {a=2,b=1}.
        uint hash = 0;
        foreach (ref readonly var tag in tags)
            hash += Mix(KeyHash(tag.Key), tag.Value is string text ? text.GetHashCode(StringComparison.Ordinal) : OtherHash(tag.Value));

        return (int)hash;
    }

    /// <summary>Compares stored tags, whose keys are unique, with tags in any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(Tag[] stored, ReadOnlySpan<Tag> tags)
    {
        if (stored.Length != tags.Length)
            return false;

        for (var i = 0; i < stored.Length; i++)
        {
            if (!AreEqual(in stored[i], in tags[i]))
                return AreEqualInAnyOrder(stored, tags);
        }

        return true;
    }

    // Keys are literals and few: their length and last letter tell them apart well enough, and the comparison is exact.
    private static uint KeyHash(string? key) => string.IsNullOrEmpty(key) ? 0 : ((uint)key.Length << 16) | key[^1];

    private static int OtherHash(object? value) => value is null ? 0 : value.GetHashCode();

    private static uint Mix(uint key, int value)
    {
        // Multipliers of the golden ratio and of MurmurHash3's finaliser: odd, and they spread low bits upwards.
        var mixed = (((uint)value) ^ (key * 0x9E3779B1)) * 0x85EBCA6B;
        return (mixed ^ (mixed >> 15)) * 0xC2B2AE35;
    }

    private static bool AreEqual(ref readonly Tag stored, ref readonly Tag tag)
    {
        if (!string.Equals(stored.Key, tag.Key, StringComparison.Ordinal))
            return false;

        if (ReferenceEquals(stored.Value, tag.Value))
            return true;

        // Stored values are plain, so this never runs the application's Equals.
        return stored.Value is string text
            ? tag.Value is string other && string.Equals(text, other, StringComparison.Ordinal)
            : stored.Value is not null && stored.Value.Equals(tag.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualInAnyOrder(ReadOnlySpan<Tag> stored, ReadOnlySpan<Tag> tags)
    {
        foreach (ref readonly var tag in stored)
        {
            if (!Contains(tags, in tag))
                return false;
        }

        foreach (ref readonly var tag in tags)
        {
            if (!Contains(stored, in tag))
                return false;
        }

        return true;
    }

    private static bool Contains(ReadOnlySpan<Tag> tags, ref readonly Tag wanted)
    {
        foreach (ref readonly var tag in tags)
        {
            if (AreEqual(in tag, in wanted))
                return true;
        }

        return false;
    }
}
