using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Holds the directory: takes it, reads what is there, and takes it again after trouble.</summary>
/// <remarks>
/// One mechanism for a second process on the directory, a read-only one and a full disk: while there is no home, everything is kept in
/// memory; every <see cref="RetryInterval"/> it is tried again, and what was in memory moves in. Used by one thread at a time.
/// </remarks>
internal sealed class StoreHome(
    StoreSettings settings, IFileLayer files, StoreState state, SegmentMaker maker, StoreHealth health, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _damagedLogs = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<string> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoreDirectory? _directory;
    private DateTimeOffset _retryAt = DateTimeOffset.MinValue;

    /// <summary>Gets the directory while it can be written; null otherwise.</summary>
    public StoreDirectory? Directory { get; private set; }

    /// <summary>Gets the path of the directory from when its lock is held.</summary>
    public Task<string> Taken => _taken.Task;

    /// <summary>Gets whether it is time to try to get the directory back.</summary>
    public bool IsRetryDue => settings.Directory is not null && Directory is null && time.GetUtcNow() >= _retryAt;

    /// <summary>Tries to get the directory into use.</summary>
    public void Enter()
    {
        _retryAt = time.GetUtcNow() + RetryInterval;
        try
        {
            if (_directory is null)
                Take();
            else
                _directory.Probe();

            if (_directory is not null)
                StartLog(_directory);
        }
        catch (Exception failure) when (IsDiskTrouble(failure))
        {
            Leave(failure);
        }
    }

    /// <summary>Notes that the directory cannot be written; what comes is kept in memory.</summary>
    public void Leave(Exception failure)
    {
        StoreLog? log;
        lock (state.Lock)
            (log, state.Log, Directory) = (state.Log, null, null);

        log?.Dispose();
        _retryAt = time.GetUtcNow() + RetryInterval;
        health.Fail($"{settings.Directory} cannot be written: {failure.Message}", failure);
    }

    /// <summary>Starts a new log, so that the one before can go once its heads are sealed.</summary>
    public void RotateLog()
    {
        var number = state.NextNumber();
        var log = state.Log!;
        var next = log.Create(number);
        WalWriter? before;
        lock (state.Lock)
            before = log.Switch(next, number);

        log.Close(before);
    }

    /// <summary>Deletes the logs whose ticks are all sealed; damaged ones are set aside.</summary>
    public void DeleteOldLogs()
    {
        long oldest;
        lock (state.Lock)
            oldest = Math.Min(state.Heads.OldestLog() ?? long.MaxValue, state.Log?.Number ?? long.MaxValue);

        foreach (var (_, path) in Directory!.Logs().Where(log => log.Number < oldest))
        {
            if (_damagedLogs.Remove(path))
                Directory.SetAside(path);
            else
                Directory.Delete(path);
        }
    }

    /// <summary>Gives the directory to whoever waits for it.</summary>
    public void Dispose()
    {
        state.Log?.Dispose();
        _directory?.Dispose();
    }

    /// <summary>Tells the failures of a disk from those of the program.</summary>
    public static bool IsDiskTrouble(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private void Take()
    {
        var owner = $"process {Environment.ProcessId} on {Environment.MachineName}";
        var taken = StoreDirectory.TryTake(files, settings.Directory!, owner);
        if (taken is null)
        {
            health.Fail($"{settings.Directory} is in use by {files.ReadOwner(Path.Combine(settings.Directory!, "lock")) ?? "another process"}.", null);
            return;
        }

        _directory = taken;
        health.CountEarlier(taken.AsideCount);
        LoadSegments(taken);
        ReplayLogs(taken);
        _taken.TrySetResult(taken.Path);
    }

    private void LoadSegments(StoreDirectory directory)
    {
        List<Segment> found = [];
        foreach (var (number, path) in directory.Segments())
        {
            state.SkipTo(number);
            if (TryOpen(directory, number, path) is { } segment)
                found.Add(segment);
        }

        state.Replace([], found);
        var leftovers = SegmentLedger.Leftovers(state.Shelf);
        state.Replace(leftovers, []);
        foreach (var segment in leftovers)
        {
            segment.Reader.Dispose();
            directory.Delete(segment.Path!);
        }

        foreach (var segment in state.Shelf.Of(Tier.Raw))
            Remember(segment);
    }

    private Segment? TryOpen(StoreDirectory directory, long number, string path)
    {
        try
        {
            return maker.Open(number, path);
        }
        catch (NewerVersionException newer)
        {
            health.Damage($"{Path.GetFileName(path)}: {newer.Message}"); // left where it is, for the version that wrote it
        }
        catch (DamagedDataException damage)
        {
            health.Damage($"{Path.GetFileName(path)}: {damage.Message}");
            directory.SetAside(path);
        }
        catch (Exception failure) when (IsDiskTrouble(failure))
        {
            health.Damage($"{Path.GetFileName(path)}: {failure.Message}");
        }

        return null;
    }

    private void Remember(Segment segment)
    {
        lock (state.Lock)
        {
            foreach (var stream in segment.Reader.Streams)
            {
                foreach (var run in segment.Reader.RunsOf(stream))
                    Remember_NeedsLock(state.SeenOf_NeedsLock(stream), run);
            }
        }
    }

    private static void Remember_NeedsLock(SeenTicks seen, RowRun run)
    {
        if (run.Stride == 1)
        {
            seen.Add(run.Epoch, run.FirstSequence, run.SequenceOf(run.End - 1));
            return;
        }

        for (var row = run.FirstRow; row < run.End; row++)
            seen.Add(run.Epoch, run.SequenceOf(row));
    }

    private void ReplayLogs(StoreDirectory directory)
    {
        var horizon = time.GetUtcNow() - settings.RawRetention;
        foreach (var (number, path) in directory.Logs())
        {
            state.SkipTo(number);
            try
            {
                var end = WalReader.Replay(files, path, (stream, snapshot) => Take(stream, snapshot, number, horizon));
                if (end.Damage is { } damage)
                {
                    health.Damage($"{Path.GetFileName(path)}: {damage}");
                    _damagedLogs.Add(path);
                }
            }
            catch (Exception failure) when (IsDiskTrouble(failure))
            {
                health.Damage($"{Path.GetFileName(path)}: {failure.Message}");
                _damagedLogs.Add(path);
            }
        }
    }

    private void Take(StreamId stream, Snapshot snapshot, long log, DateTimeOffset horizon)
    {
        lock (state.Lock)
        {
            var seen = state.SeenOf_NeedsLock(stream);
            if (snapshot.Time <= horizon || seen.Contains(snapshot.Epoch, snapshot.Sequence))
                return;

            seen.Add(snapshot.Epoch, snapshot.Sequence);
            var head = state.Heads.For(snapshot.Time, time.GetUtcNow(), isReplay: true);
            head.Head.Add(stream, snapshot);
            head.FirstLog = Math.Min(head.FirstLog ?? log, log);
        }
    }

    // Heads with ticks that no log has are sealed at once: then everything is on disk again.
    private void StartLog(StoreDirectory directory)
    {
        var log = new StoreLog(files, directory);
        var number = state.NextNumber();
        var first = log.Create(number);
        lock (state.Lock)
        {
            log.Switch(first, number);
            state.Unlogged.WriteTo(log);
            (state.Log, Directory) = (log, directory);
            state.Heads.Freeze(head => head.HasUnlogged || _damagedLogs.Count > 0);
        }

        health.Recover();
    }
}
