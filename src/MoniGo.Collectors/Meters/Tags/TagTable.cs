using System.Runtime.CompilerServices;

namespace MoniGo.Collectors;

/// <summary>Finds the series of a measurement's tags without a lock.</summary>
/// <remarks>
/// Open addressing, at most half full, entries never change or leave. Readers need no lock: an entry is complete before it
/// is published, and a reader that still holds an outgrown array misses at worst, asks again under the writer's lock, and finds.
/// </remarks>
internal sealed class TagTable
{
    private const int SmallestSize = 16;

    private Entry?[] _entries = new Entry?[SmallestSize];
    private int _count;

    /// <summary>Gets the number of entries.</summary>
    public int Count => _count;

    /// <summary>Finds the series of the tags; null when they are new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LiveSeries? Find(int hash, ReadOnlySpan<Tag> tags)
    {
        var entries = Volatile.Read(ref _entries);
        for (var slot = hash & (entries.Length - 1); ; slot = (slot + 1) & (entries.Length - 1))
        {
            var entry = Volatile.Read(ref entries[slot]);
            if (entry is null)
                return null;

            if (entry.Hash == hash && TagSequence.AreEqual(entry.Tags, tags))
                return entry.Series;
        }
    }

    /// <summary>Adds tags that are plain, unique by key and not yet there.</summary>
    public void Add_NeedsLock(int hash, Tag[] tags, LiveSeries series)
    {
        if ((_count + 1) * 2 > _entries.Length)
            Grow();

        Place(_entries, new(hash, tags, series));
        _count++;
    }

    private void Grow()
    {
        var grown = new Entry?[_entries.Length * 2];
        foreach (var entry in _entries)
        {
            if (entry is not null)
                Place(grown, entry);
        }

        Volatile.Write(ref _entries, grown);
    }

    private static void Place(Entry?[] entries, Entry entry)
    {
        var slot = entry.Hash & (entries.Length - 1);
        while (entries[slot] is not null)
            slot = (slot + 1) & (entries.Length - 1);

        Volatile.Write(ref entries[slot], entry);
    }

    private sealed class Entry(int hash, Tag[] tags, LiveSeries series)
    {
        public readonly int Hash = hash;
        public readonly Tag[] Tags = tags;
        public readonly LiveSeries Series = series;
    }
}
