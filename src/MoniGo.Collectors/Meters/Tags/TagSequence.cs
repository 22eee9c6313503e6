global using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

using System.Runtime.CompilerServices;

namespace MoniGo.Collectors;

/// <summary>Compares the tags of a measurement as they come with stored ones, without allocating.</summary>
/// <remarks>Two orders of the same tags are equal.</remarks>
internal static class TagSequence
{
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

    // Keys are nearly always literals and values often are, so their references decide.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual(ref readonly Tag stored, ref readonly Tag tag) =>
        (ReferenceEquals(stored.Key, tag.Key) || string.Equals(stored.Key, tag.Key, StringComparison.Ordinal))
        && (ReferenceEquals(stored.Value, tag.Value) || AreEqualValues(stored.Value, tag.Value));

    // Stored values are plain, so this never runs the application's Equals.
    private static bool AreEqualValues(object? stored, object? value) =>
        stored is string text
            ? value is string other && string.Equals(text, other, StringComparison.Ordinal)
            : stored is not null && stored.Equals(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreEqualInAnyOrder(ReadOnlySpan<Tag> stored, ReadOnlySpan<Tag> tags)
    {
        foreach (ref readonly var tag in tags)
        {
            if (!IsStored(stored, in tag))
                return false;
        }

        // Both have the same length, so only a tag that comes twice could hide that a stored one is missing.
        foreach (ref readonly var tag in stored)
        {
            if (!HasKey(tags, tag.Key))
                return false;
        }

        return true;
    }

    private static bool IsStored(ReadOnlySpan<Tag> stored, ref readonly Tag wanted)
    {
        foreach (ref readonly var tag in stored)
        {
            if (AreEqual(in tag, in wanted))
                return true;
        }

        return false;
    }

    private static bool HasKey(ReadOnlySpan<Tag> tags, string key)
    {
        foreach (ref readonly var tag in tags)
        {
            if (string.Equals(tag.Key, key, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
