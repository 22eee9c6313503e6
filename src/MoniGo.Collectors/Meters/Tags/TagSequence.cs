global using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

using System.Runtime.CompilerServices;

namespace MoniGo.Collectors;

/// <summary>Compares the tags of a measurement as they come with stored ones, without allocating.</summary>
/// <remarks>The order counts: a second order of the same tags is an entry of its own in the table, for the same series.</remarks>
internal static class TagSequence
{
    /// <summary>Compares stored tags with tags as they come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(Tag[] stored, ReadOnlySpan<Tag> tags)
    {
        if (stored.Length != tags.Length)
            return false;

        for (var i = 0; i < stored.Length; i++)
        {
            if (!AreEqual(in stored[i], in tags[i]))
                return false;
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
}
