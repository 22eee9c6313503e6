using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>What the ring of captures holds, by age, and which ids it ever gave out.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BlobIndex(long capacity, long memoryCapacity, TimeProvider time)
{
    private const int BlobBytes = 4096; // a file takes a block at least, and an empty one a place in the directory

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, BlobEntry> _entries = new(StringComparer.Ordinal); // ids rise with age
    private readonly string _run = BlobId.NewRun();
    private long _bytes;
    private long _bytesInMemory;
    private long _lastNumber;

    /// <summary>Tells what a content takes of the capacity.</summary>
    public static long Cost(long length) => length + BlobBytes;

    /// <summary>Tells whether a content fits into the ring at all.</summary>
    public bool Fits(long length) => Cost(length) <= capacity;

    /// <summary>Tells whether a content may be kept in memory.</summary>
    public bool FitsInMemory(long length) => Cost(length) <= Math.Min(memoryCapacity, capacity);

    /// <summary>Makes the next id.</summary>
    public string NextId()
    {
        lock (_lock)
        {
            _lastNumber = Math.Max(_lastNumber + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            return BlobId.Of(_lastNumber, _run);
        }
    }

    /// <summary>Adds a blob, or puts it in the place of the one with its id.</summary>
    public void Add(BlobEntry entry)
    {
        lock (_lock)
        {
            Remove_NeedsLock(entry.Blob.Id);
            _entries[entry.Blob.Id] = entry;
            Count_NeedsLock(entry, 1);
            _lastNumber = Math.Max(_lastNumber, BlobId.NumberOf(entry.Blob.Id) ?? 0);
        }
    }

    /// <summary>Takes out a blob; null when it is not there.</summary>
    public BlobEntry? Remove(string id)
    {
        lock (_lock)
            return Remove_NeedsLock(id);
    }

    /// <summary>Takes out the oldest until <paramref name="cost"/> more fits.</summary>
    public List<BlobEntry> MakeRoom(long cost)
    {
        List<BlobEntry> dropped = [];
        lock (_lock)
        {
            while (_entries.Count > 0 && _bytes + cost > capacity)
                dropped.Add(Remove_NeedsLock(_entries.First().Key)!);
        }

        return dropped;
    }

    /// <summary>Takes out the oldest of those in memory until <paramref name="cost"/> more fits there.</summary>
    public void MakeRoomInMemory(long cost)
    {
        lock (_lock)
        {
            while (_bytesInMemory > 0 && _bytesInMemory + cost > memoryCapacity)
                Remove_NeedsLock(_entries.First(entry => !entry.Value.IsOnDisk).Key);
        }
    }

    /// <summary>Finds a blob; null when it is not there.</summary>
    public BlobEntry? Find(string id)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(id);
    }

    /// <summary>Tells whether an id was given out by this ring, in this run or one before.</summary>
    public bool WasGivenOut(string id)
    {
        lock (_lock)
            return BlobId.NumberOf(id) is { } number && number >= 1 && number <= _lastNumber;
    }

    /// <summary>Gives all blobs, newest first.</summary>
    public Blob[] Newest()
    {
        lock (_lock)
            return [.. _entries.Values.Reverse().Select(entry => entry.Blob with { Content = default })];
    }

    /// <summary>Gives the blobs that only memory has, oldest first.</summary>
    public Blob[] InMemory()
    {
        lock (_lock)
            return _bytesInMemory == 0 ? [] : [.. _entries.Values.Where(entry => !entry.IsOnDisk).Select(entry => entry.Blob)];
    }

    private BlobEntry? Remove_NeedsLock(string id)
    {
        if (_entries.Remove(id, out var entry))
            Count_NeedsLock(entry, -1);

        return entry;
    }

    private void Count_NeedsLock(BlobEntry entry, int sign)
    {
        var bytes = sign * Cost(entry.Blob.Length);
        _bytes += bytes;
        if (!entry.IsOnDisk)
            _bytesInMemory += bytes;
    }
}
