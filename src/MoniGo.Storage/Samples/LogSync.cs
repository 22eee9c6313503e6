namespace MoniGo.Storage;

/// <summary>Brings what was appended to the disk: for those who wait, and by the clock.</summary>
/// <remarks>Thread-safe. A tick is on disk only if the log that took it was synced and is still the one in use.</remarks>
internal sealed class LogSync
{
    private readonly StoreState _state;
    private readonly StoreHome _home;
    private readonly TimeProvider _time;
    private readonly GroupSync _group;
    private long _lastSync;

    public LogSync(StoreState state, StoreHome home, TimeProvider time)
    {
        (_state, _home, _time) = (state, home, time);
        _group = new(Sync);
    }

    /// <summary>Gets when ticks last reached the disk for sure; null when they never did.</summary>
    public DateTimeOffset? LastSync => Volatile.Read(ref _lastSync) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>Waits until everything in a log is on disk; false when that is not sure.</summary>
    public async ValueTask<bool> TryJoinAsync(StoreLog log)
    {
        try
        {
            await _group.JoinAsync();
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            return false;
        }

        lock (_state.Lock)
            return ReferenceEquals(_state.Log, log); // another one, or none, was synced, if any
    }

    /// <summary>Syncs; that it failed is noted, and all goes on in memory.</summary>
    public void TrySync()
    {
        try
        {
            Sync();
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            // The home was left, which says why.
        }
    }

    // After a failed sync the operating system may have dropped what it could not write: only new files can be trusted.
    private void Sync()
    {
        StoreLog? log;
        lock (_state.Lock)
            log = _state.Log;

        if (log is null)
            return;

        try
        {
            log.Sync();
            Volatile.Write(ref _lastSync, _time.GetUtcNow().UtcTicks);
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            _home.Leave(failure, log);
            throw;
        }
    }
}
