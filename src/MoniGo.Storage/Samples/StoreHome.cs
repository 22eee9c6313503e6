using System.Collections.Concurrent;

namespace MoniGo.Storage;

/// <summary>Holds the directory: takes it, leaves it in trouble, and takes it again.</summary>
/// <remarks>
/// One mechanism for a second process on the directory, a read-only one and a full disk: while there is no home, everything is kept in
/// memory; every <see cref="RetryInterval"/> it is tried again, and what was in memory moves in. Used by one thread at a time, but for
/// <see cref="Leave"/>, which never waits for the disk.
/// </remarks>
internal sealed class StoreHome(
    StoreSettings settings, IFileLayer files, StoreState state, StoreLoader loader, StoreHealth health, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _damagedLogs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StoreLog> _leftLogs = new();
    private readonly TaskCompletionSource<string> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _triedAt;
    private bool _wasTried;

    /// <summary>Gets the directory while it can be written; null otherwise.</summary>
    public StoreDirectory? Directory { get; private set; }

    /// <summary>Gets the directory while its lock is held, writable or not.</summary>
    public StoreDirectory? Held { get; private set; }

    /// <summary>Gets the path of the directory from when its lock is held.</summary>
    public Task<string> Taken => _taken.Task;

    /// <summary>Gets whether every segment that was found could be opened or was damaged; what is made of all of them waits for that.</summary>
    public bool IsWhole => loader.Unreadable == 0;

    /// <summary>Gets whether it is time to try to get the directory back.</summary>
    /// <remarks>By the clock that nobody sets: one set back by a year must not cost a year of history.</remarks>
    public bool IsRetryDue => settings.Directory is not null && Directory is null
        && (!_wasTried || time.GetElapsedTime(Volatile.Read(ref _triedAt)) >= RetryInterval);

    /// <summary>Gets whether the directory was wanted, and is not there.</summary>
    public bool IsLost => _wasTried && Directory is null;

    /// <summary>Tries to get the directory into use; never fails.</summary>
    public void Enter()
    {
        NoteTry();
        try
        {
            CloseLeftLogs(); // before there is a new one, as what they could not sync must be sealed
            if (Held is { } held)
                held.Probe();
            else
                Take();

            if (Held is not null)
                StartLog(Held);
        }
        catch (Exception failure)
        {
            Leave(failure);
        }
    }

    /// <summary>Notes that the directory cannot be written; what comes is kept in memory.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="of">The log in which it was seen; nothing happens when it is no longer in use.</param>
    public void Leave(Exception failure, StoreLog? of = null)
    {
        lock (state.Lock)
        {
            if (of is not null && !ReferenceEquals(of, state.Log))
                return;

            if (state.Log is { } log)
            {
                _leftLogs.Enqueue(log);
                if (log.IsBroken)
                    Distrust_NeedsLock();
            }

            (state.Log, Directory) = (null, null);
        }

        NoteTry();
        health.Fail($"{settings.Directory} cannot be written: {failure.Message}", failure);
    }

    /// <summary>Closes the logs that were left; what cannot be synced counts as not written.</summary>
    public void CloseLeftLogs()
    {
        while (_leftLogs.TryDequeue(out var log))
        {
            try
            {
                if (!log.IsBroken)
                    log.Sync();
            }
            catch (Exception failure) when (IsDiskTrouble(failure))
            {
                lock (state.Lock)
                    Distrust_NeedsLock();
            }

            log.Dispose();
        }
    }

    /// <summary>Notes that everything is on disk.</summary>
    public void Settle()
    {
        if (Directory is not null)
            health.Recover();
    }

    /// <summary>Starts a new log, so that the one before can go once its heads are sealed.</summary>
    public void RotateLog()
    {
        StoreLog? log;
        lock (state.Lock)
            log = state.Log;

        var number = state.NextNumber();
        var next = (log ?? throw Left()).Create(number);
        lock (state.Lock)
        {
            if (ReferenceEquals(state.Log, log))
                log.Switch(next, number);
            else
                next.Dispose();
        }

        log.CloseBefore();
    }

    /// <summary>Deletes the logs whose ticks are all sealed; damaged ones are set aside.</summary>
    public void DeleteOldLogs(StoreDirectory directory)
    {
        long oldest;
        lock (state.Lock)
            oldest = Math.Min(state.Heads.OldestLog() ?? long.MaxValue, state.Log?.Number ?? throw Left());

        var isAnyGone = false;
        foreach (var (_, path) in directory.Logs().Where(log => log.Number < oldest && !loader.UnreadLogs.Contains(log.Path)))
            isAnyGone |= _damagedLogs.Contains(path) ? directory.TrySetAside(path) && _damagedLogs.Remove(path) : directory.TryDelete(path);

        if (isAnyGone)
            directory.SyncLogs(); // a log that came back would bring ticks back that only roll-ups know by now
    }

    /// <summary>Keeps the logs of a head that cannot be sealed, for people.</summary>
    public void KeepLogsOf(OpenHead head)
    {
        if (head.FirstLog is not { } first || Held is not { } directory)
            return;

        foreach (var (number, path) in directory.Logs())
        {
            if (number >= first && number < (state.Log?.Number ?? long.MaxValue))
                _damagedLogs.Add(path);
        }
    }

    /// <summary>Gives the directory to whoever waits for it.</summary>
    public void Dispose()
    {
        lock (state.Lock)
        {
            if (state.Log is { } log)
                _leftLogs.Enqueue(log);

            (state.Log, Directory) = (null, null);
        }

        CloseLeftLogs();
        Held?.Dispose();
    }

    /// <summary>Tells the failures of a disk from those of the program.</summary>
    public static bool IsDiskTrouble(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private static IOException Left() => new("The directory was left meanwhile.");

    private void NoteTry()
    {
        Volatile.Write(ref _triedAt, time.GetTimestamp());
        _wasTried = true;
    }

    private void Distrust_NeedsLock()
    {
        state.Unlogged.GiveUp();
        foreach (var head in state.Heads.All)
            head.HasUnlogged = true;
    }

    private void Take()
    {
        var owner = $"process {Environment.ProcessId} on {Environment.MachineName}";
        var taken = StoreDirectory.TryTake(files, settings.Directory!, owner);
        if (taken is null)
        {
            health.Fail($"{settings.Directory} is in use by {files.ReadOwner(Path.Combine(settings.Directory!, "lock")) ?? "another process"}.", null);
            return;
        }

        try
        {
            _damagedLogs.UnionWith(loader.Load(taken));
        }
        catch
        {
            taken.Dispose(); // what was half read is read anew
            throw;
        }

        Held = taken;
        _taken.TrySetResult(taken.Path);
    }

    // Heads with ticks that no log has are sealed at once: then everything is on disk again.
    private void StartLog(StoreDirectory directory)
    {
        var log = new StoreLog(files, directory);
        var number = state.NextNumber();
        log.Switch(log.Create(number), number);
        try
        {
            lock (state.Lock)
            {
                state.Unlogged.WriteTo(log);
                (state.Log, Directory) = (log, directory);
                state.Heads.Freeze(head => head.HasUnlogged || _damagedLogs.Count > 0);
            }
        }
        catch
        {
            log.Dispose(); // nobody else knows it
            throw;
        }
    }
}
