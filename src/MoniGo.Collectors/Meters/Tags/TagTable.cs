using System.Runtime.CompilerServices;

namespace MoniGo.Collectors;

/// <summary>Finds the series of a measurement's tags without a lock.</summary>
/// <remarks>
/// Open addressing, at most half full, entries never change or leave. Readers need no lock: an entry is complete before it
/// is published, and a reader that still holds an outgrown array misses at worst, asks again under the writer's lock, and finds.
/// Starts with the quick hash; when tags crowd one place it changes to the strong one for good.
/// </remarks>
internal sealed class TagTable
{
    private const int SmallestSize = 16;

    // At half load a strong hash goes this far about once in 10 000 tables.
    private const int Crowded = 24;

    private Slots _slots = new(SmallestSize, strong: false);

    /// <summary>Gets the number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the series of the tags; null when they are new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LiveSeries? Find(ReadOnlySpan<Tag> tags)
    {
        var slots = Volatile.Read(ref _slots);
        var entries = slots.Entries;
        var hash = slots.Strong ? TagHash.Strong(tags) : TagHash.Quick(tags);
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
    public void Add_NeedsLock(Tag[] tags, LiveSeries series)
    {
        Count++;
        if (Count * 2 > _slots.Entries.Length)
            Volatile.Write(ref _slots, _slots.Copy(_slots.Entries.Length * 2, _slots.Strong));

        if (_slots.Place(tags, series) > Crowded && !_slots.Strong)
            Volatile.Write(ref _slots, _slots.Copy(_slots.Entries.Length, strong: true));
    }

    private sealed class Slots(int size, bool strong)
    {
        public readonly Entry?[] Entries = new Entry?[size];
        public readonly bool Strong = strong;

        public Slots Copy(int size, bool strong)
        {
            var copy = new Slots(size, strong);
            foreach (var entry in Entries)
            {
                if (entry is not null)
                    copy.Place(entry.Tags, entry.Series);
            }

            return copy;
        }

        /// <summary>Puts an entry into the first free slot and tells how far that was from its own.</summary>
        public int Place(Tag[] tags, LiveSeries series)
        {
            var hash = Strong ? TagHash.Strong(tags) : TagHash.Quick(tags);
            var distance = 0;
            while (Entries[(hash + distance) & (Entries.Length - 1)] is not null)
                distance++;

            Volatile.Write(ref Entries[(hash + distance) & (Entries.Length - 1)], new(hash, tags, series));
            return distance;
        }
    }

    private sealed class Entry(int hash, Tag[] tags, LiveSeries series)
    {
        public readonly int Hash = hash;
        public readonly Tag[] Tags = tags;
        public readonly LiveSeries Series = series;
    }
}
