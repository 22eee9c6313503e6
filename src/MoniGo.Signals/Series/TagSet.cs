using System.Collections;
using System.Text;

namespace MoniGo.Signals;

/// <summary>An immutable set of tags, sorted by key, with value equality.</summary>
/// <remarks>Thread-safe. Equality and hashing cost one pass over the tags; the hash is computed once.</remarks>
public sealed class TagSet : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<TagSet>
{
    private readonly KeyValuePair<string, string>[] _tags;
    private readonly int _hash;

    private TagSet(KeyValuePair<string, string>[] sorted)
    {
        _tags = sorted;
        var hash = new HashCode();
        foreach (var (key, value) in sorted)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>Gets the set without tags.</summary>
    public static TagSet Empty { get; } = new([]);

    /// <summary>Gets the number of tags.</summary>
    public int Count => _tags.Length;

    /// <inheritdoc />
    public KeyValuePair<string, string> this[int index] => _tags[index];

    /// <summary>Gets the value of one tag, or null when it is absent.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var tag in _tags)
            {
                if (string.Equals(tag.Key, key, StringComparison.Ordinal))
                    return tag.Value;
            }

            return null;
        }
    }

    /// <summary>Makes a set of one tag.</summary>
    public static TagSet Of(string key, string value) => new([new(key, value)]);

    /// <summary>Makes a set of the given tags; of a repeated key the last value stays.</summary>
    public static TagSet Create(params ReadOnlySpan<KeyValuePair<string, string>> tags)
    {
        if (tags.IsEmpty)
            return Empty;

        var byKey = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
            byKey[key] = value;

        return new([.. byKey]);
    }

    /// <summary>Makes a copy in which <paramref name="key"/> has <paramref name="value"/>.</summary>
    public TagSet With(string key, string value) => Create([.. _tags, new(key, value)]);

    /// <inheritdoc />
    public bool Equals(TagSet? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && _tags.AsSpan().SequenceEqual(other._tags));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TagSet);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_tags).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Writes the tags as <c>{key="value",...}</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach (var (key, value) in _tags)
            text.Append(text.Length > 1 ? "," : "").Append(key).Append("=\"").Append(value).Append('"');

        return text.Append('}').ToString();
    }
}
