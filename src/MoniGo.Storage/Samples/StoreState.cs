using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>What appending, reading and upkeep of a store share.</summary>
/// <remarks><see cref="Lock"/> guards everything here but the shelf, which never changes and is only replaced under it.</remarks>
internal sealed class StoreState
{
    private readonly Dictionary<StreamId, SeenTicks> _seen = [];
    private volatile Shelf _shelf = Shelf.Empty;
    private long _lastNumber;

    public Lock Lock { get; } = new();

    public HeadSet Heads { get; } = new();

    public UnloggedTicks Unlogged { get; } = new();

    /// <summary>Gets or sets the log; null while nothing can reach the disk.</summary>
    public StoreLog? Log { get; set; }

    public Shelf Shelf => _shelf;

    /// <summary>Gets the number of streams whose ticks are remembered.</summary>
    public int SeenStreams => _seen.Count;

    /// <summary>Takes the next number for a file.</summary>
    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Makes sure that numbers already used are not used again.</summary>
    public void SkipTo(long number) => _lastNumber = Math.Max(_lastNumber, number);

    /// <summary>Replaces segments.</summary>
    public void Replace(IReadOnlyCollection<Segment> gone, IReadOnlyCollection<Segment> added)
    {
        lock (Lock)
            _shelf = _shelf.With(gone, added);
    }

    /// <summary>Puts the segments of a head in its place, so that no reader sees both or neither.</summary>
    public void Replace(OpenHead sealedHead, IReadOnlyCollection<Segment> added)
    {
        lock (Lock)
        {
            _shelf = _shelf.With([], added);
            Heads.Remove(sealedHead);
        }
    }

    /// <summary>Finds the ticks that a stream has brought.</summary>
    public SeenTicks SeenOf_NeedsLock(StreamId stream, DateTimeOffset time)
    {
        if (!_seen.TryGetValue(stream, out var seen))
            _seen[stream] = seen = new();

        seen.Latest = time > seen.Latest ? time : seen.Latest;
        return seen;
    }

    /// <summary>Forgets the streams whose ticks are all so old that they would be refused.</summary>
    public void Forget(DateTimeOffset horizon)
    {
        lock (Lock)
        {
            foreach (var (stream, _) in _seen.Where(stream => stream.Value.Latest <= horizon).ToList())
                _seen.Remove(stream);
        }
    }

    /// <summary>Tells whether the open heads, or the log behind them, have grown so large that they must be sealed early.</summary>
    public bool AreHeadsFull_NeedsLock(StoreSettings settings) => Log is { } log
        ? Heads.OpenBytes > settings.HeadCapacity || log.Length > settings.LogCapacity
        : Heads.OpenBytes > settings.MemoryHeadCapacity;
}
