using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The write-ahead log: the file that takes ticks now, and those that older heads still need.</summary>
/// <remarks>
/// Appending happens under the store's lock, syncing beside it. A tick may be in the file before last when its sync begins, so
/// files are synced before they are closed and a sync covers every file that is open.
/// </remarks>
internal sealed class StoreLog(IFileLayer files, StoreDirectory directory) : IDisposable
{
    private readonly Lock _syncing = new();
    private WalWriter? _current;

    /// <summary>Gets the number of the file that takes ticks.</summary>
    public long Number { get; private set; }

    /// <summary>Gets the bytes of the file that takes ticks.</summary>
    public long Length => Volatile.Read(ref _current)?.Length ?? 0;

    /// <summary>Makes the next file; it takes ticks once <see cref="Switch"/> was called with it.</summary>
    public WalWriter Create(long number)
    {
        var path = directory.LogPath(number);
        var next = WalWriter.Create(files, path);
        try
        {
            next.Sync();
            files.SyncDirectory(Path.GetDirectoryName(path)!);
            return next;
        }
        catch
        {
            next.Dispose();
            throw;
        }
    }

    /// <summary>Lets the next file take ticks and gives the one before, which the caller closes with <see cref="Close"/>.</summary>
    public WalWriter? Switch(WalWriter next, long number)
    {
        var before = _current;
        (_current, Number) = (next, number);
        return before;
    }

    /// <summary>Hands one tick to the operating system.</summary>
    public void Append(StreamId stream, Snapshot snapshot) => _current!.Append(stream, snapshot);

    /// <summary>Makes everything appended before the call survive the machine.</summary>
    public void Sync()
    {
        lock (_syncing)
            Volatile.Read(ref _current)?.Sync();
    }

    /// <summary>Syncs a file that takes no more ticks, and closes it.</summary>
    public void Close(WalWriter? before)
    {
        lock (_syncing)
        {
            using (before)
                before?.Sync();
        }
    }

    public void Dispose()
    {
        lock (_syncing)
        {
            _current?.Dispose();
            _current = null;
        }
    }
}
