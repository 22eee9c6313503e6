using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The kept ticks of one stream, in order of time.</summary>
/// <remarks>
/// Not thread-safe. A family whose values have not changed since the tick before is replaced by that tick's instance, so an
/// idle application costs little. Each tick weighs what it holds beyond its predecessor, and the weights add up to the whole.
/// </remarks>
internal sealed class TickRing
{
    private readonly List<Tick> _ticks = [];
    private readonly SeenTicks _seen = new();

    /// <summary>Gets the number of kept ticks.</summary>
    public int Count => _ticks.Count;

    /// <summary>Gets the oldest tick; the ring must hold one.</summary>
    public Snapshot Oldest => _ticks[0].Snapshot;

    /// <summary>Tells whether a tick was taken before, even if it has been dropped since.</summary>
    public bool HasSeen(Snapshot snapshot) => _seen.Contains(snapshot.Epoch, snapshot.Sequence);

    /// <summary>Adds a tick, late ones in their place, and gives the bytes that the ring grew by.</summary>
    public long Add(Snapshot snapshot)
    {
        _seen.Add(snapshot.Epoch, snapshot.Sequence);
        var at = PlaceOf(snapshot);
        var before = at > 0 ? _ticks[at - 1].Snapshot : null;
        var kept = before is null ? snapshot : Share(snapshot, before);
        var added = new Tick(kept, SnapshotWeight.Of(kept, before));
        _ticks.Insert(at, added);
        return added.Bytes + Reweigh(at + 1);
    }

    /// <summary>Drops the oldest tick and gives the bytes that became free.</summary>
    public long DropOldest()
    {
        var freed = _ticks[0].Bytes;
        _ticks.RemoveAt(0);
        return freed - Reweigh(0); // what the next tick shared with the dropped one is now its own
    }

    /// <summary>Copies the ticks after <paramref name="start"/>, up to and including <paramref name="end"/>.</summary>
    public Snapshot[] Copy(DateTimeOffset start, DateTimeOffset end) =>
        [.. from tick in _ticks where tick.Snapshot.Time > start && tick.Snapshot.Time <= end select tick.Snapshot];

    private int PlaceOf(Snapshot snapshot)
    {
        var at = _ticks.Count;
        while (at > 0 && IsBefore(snapshot, _ticks[at - 1].Snapshot))
            at--;

        return at;
    }

    private static bool IsBefore(Snapshot left, Snapshot right) =>
        (left.Time, left.Epoch, left.Sequence).CompareTo((right.Time, right.Epoch, right.Sequence)) < 0;

    private long Reweigh(int at)
    {
        if (at >= _ticks.Count)
            return 0;

        var (snapshot, bytes) = _ticks[at];
        var weight = SnapshotWeight.Of(snapshot, at > 0 ? _ticks[at - 1].Snapshot : null);
        _ticks[at] = new(snapshot, weight);
        return weight - bytes;
    }

    private static Snapshot Share(Snapshot snapshot, Snapshot before)
    {
        var families = ImmutableArray.CreateBuilder<SampleFamily>(snapshot.Families.Length);
        foreach (var family in snapshot.Families)
        {
            var earlier = before.Find(family.Instrument.Name);
            families.Add(earlier is not null && family.Samples.AsSpan().SequenceEqual(earlier.Samples.AsSpan()) ? earlier : family);
        }

        return new(snapshot.Resource, snapshot.Epoch, snapshot.Sequence, snapshot.Time, families.MoveToImmutable());
    }

    private readonly record struct Tick(Snapshot Snapshot, long Bytes);
}
