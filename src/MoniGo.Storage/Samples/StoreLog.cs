using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The write-ahead log: the file that takes ticks now, and the one before until it is synced.</summary>
/// <remarks>
/// Appending happens under the store's lock, syncing beside it. A tick may be in the file before last when its sync begins, so a sync
/// covers that one too. After a failed sync nobody knows what is on disk: every later one fails as well.
/// </remarks>
internal sealed class StoreLog(IFileLayer files, StoreDirectory directory) : IDisposable
{
    private readonly Lock _syncing = new();
    private volatile WalWriter? _before;
    private volatile WalWriter? _current;
    private volatile bool _isBroken;

    /// <summary>Gets the number of the file that takes ticks.</summary>
    public long Number { get; private set; }

    /// <summary>Gets the bytes of the file that takes ticks.</summary>
    public long Length => _current?.Length ?? 0;

    /// <summary>Gets whether a sync failed, so that no tick in here can be trusted to be on disk.</summary>
    public bool IsBroken => _isBroken;

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

    /// <summary>Lets the next file take ticks; the one before waits for <see cref="CloseBefore"/>.</summary>
    public void Switch(WalWriter next, long number)
    {
        _before = _current; // first, so that a sync that sees the next file sees this one too
        (_current, Number) = (next, number);
    }

    /// <summary>Hands one tick to the operating system.</summary>
    public void Append(StreamId stream, Snapshot snapshot) => _current!.Append(stream, snapshot);

    /// <summary>Makes everything appended before the call survive the machine.</summary>
    public void Sync() => Synced(withCurrent: true);

    /// <summary>Syncs the file that takes no more ticks, and closes it.</summary>
    public void CloseBefore() => Synced(withCurrent: false);

    public void Dispose()
    {
        lock (_syncing)
        {
            _isBroken = true;
            _before?.Dispose();
            _current?.Dispose();
        }
    }

    private void Synced(bool withCurrent)
    {
        lock (_syncing)
        {
            if (_isBroken)
                throw new IOException("An earlier sync of this log failed.");

            try
            {
                var current = withCurrent ? _current : null; // before the other one is read: see Switch
                _before?.Sync();
                current?.Sync();
                _before?.Dispose();
                _before = null;
            }
            catch
            {
                _isBroken = true;
                throw;
            }
        }
    }
}
