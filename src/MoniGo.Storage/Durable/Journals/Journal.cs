namespace MoniGo.Storage;

/// <summary>Makes the memory of a port durable: a log of its changes, replaced when mostly garbage.</summary>
/// <remarks>
/// Thread-safe. One task at a time writes whatever was added since the last round, syncs once for all of it, and then lets everybody
/// who waits go on. When a round fails nothing is queued any more: memory is the truth, and the next round that succeeds writes all of it.
/// </remarks>
internal sealed class Journal<T> : IAsyncDisposable
{
    private const int MaxWaiting = 256;         // records with a caller behind them, which may have given up on a disk that hangs
    private const int MaxUnattended = 10_000;   // the others, which are small
    private const long MinGarbage = 256 * 1024; // replacing a small file would cost more than it gives
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30); // between syncs, and between tries after a failure

    private readonly string _name;
    private readonly IRecordCodec<T> _codec;
    private readonly IJournaled<T> _port;
    private readonly bool _syncsAlways;
    private readonly TimeProvider _time;
    private readonly ProblemReport _report;
    private readonly List<T> _pending = [];
    private JournalFile<T>? _file;
    private ITimer? _timer;
    private TaskCompletionSource? _next;
    private Task? _last; // set when closing: nothing is added behind it
    private bool _isWriting;
    private bool _isLoaded;
    private bool _isFailing;
    private bool _isBehind;
    private bool _isSyncDue;
    private bool _isUnsynced;

    /// <param name="name">Name of the directory, and of the file in it.</param>
    /// <param name="codec">How records are written.</param>
    /// <param name="port">Whose memory it is.</param>
    /// <param name="syncsAlways">Whether each round is synced and each record tried; otherwise both happen every 30 s.</param>
    /// <param name="time">The clock.</param>
    /// <param name="problem">Told what is wrong.</param>
    public Journal(
        string name, IRecordCodec<T> codec, IJournaled<T> port, bool syncsAlways, TimeProvider? time, Action<string>? problem) =>
        (_name, _codec, _port, _syncsAlways, _time, _report) =
        (name, codec, port, syncsAlways, time ?? TimeProvider.System, new(name, problem));

    /// <summary>Gets the lock under which the port changes its memory and adds to the journal, so that both agree.</summary>
    public Lock Gate { get; } = new();

    /// <inheritdoc cref="IDurablePort.OpenAsync" />
    public Task OpenAsync(IFileLayer files, string root)
    {
        lock (Gate)
        {
            if (_file is not null)
                throw new InvalidOperationException($"The journal of {_name} is open already.");

            _file = new(new(files, root, _name), _name + ".log", _codec);
            _timer = _time.CreateTimer(_ => WriteWhatWaits(), null, Pause, Pause);
            return Round_NeedsLock(sync: true);
        }
    }

    /// <summary>Adds a change that the port's memory has already; the answer ends when it is on disk, or cannot be.</summary>
    public Task Add_NeedsLock(T record)
    {
        if (_file is null || _last is not null)
            return Task.CompletedTask;

        if (_pending.Count == (_syncsAlways ? MaxWaiting : MaxUnattended))
            FallBehind_NeedsLock();
        else if (!_isBehind)
            _pending.Add(record);

        return _isFailing && !_syncsAlways ? Task.CompletedTask : Round_NeedsLock(_syncsAlways);
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (Gate)
        {
            last = _last ??= _file is null ? Task.CompletedTask : Round_NeedsLock(sync: true);
            _timer?.Dispose();
        }

        await last;
        _file?.Dispose();
    }

    private void WriteWhatWaits()
    {
        lock (Gate)
        {
            if (_last is null && (_isFailing || _isUnsynced))
                _ = Round_NeedsLock(sync: true);
        }
    }

    private Task Round_NeedsLock(bool sync)
    {
        _isSyncDue |= sync;
        _next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_isWriting)
            _ = Task.Run(WriteRounds);

        _isWriting = true;
        return _next.Task;
    }

    private void WriteRounds()
    {
        while (TakeRound(out var sync) is { } round)
        {
            Write(sync);
            round.SetResult();
        }
    }

    private TaskCompletionSource? TakeRound(out bool sync)
    {
        lock (Gate)
        {
            var round = _next;
            (sync, _next, _isSyncDue, _isWriting) = (_isSyncDue, null, false, round is not null);
            return round;
        }
    }

    private void Write(bool sync)
    {
        try
        {
            if (!_isLoaded)
                Load();

            var isAppended = _file!.IsOpen && TryAppend();
            if (!isAppended)
                Replace();
            else if (sync)
                _file.Sync();

            Succeed(isUnsynced: isAppended && !sync);
            _report.Recovered();
        }
        catch (Exception failure)
        {
            _file!.Dispose(); // what it ends in is not known any more
            Fail();
            _report.Failed(failure);
        }
    }

    private void Load()
    {
        var kept = _file!.Load(_report.Tell);
        lock (Gate)
        {
            _pending.Clear(); // the port holds it, and gives all that it holds
            _pending.AddRange(_port.Merge(kept));
            _isBehind = false;
        }

        _isLoaded = true;
        _file.Continue();
    }

    /// <summary>Appends what waits; false when the file had better be replaced.</summary>
    private bool TryAppend()
    {
        T[] batch;
        long live;
        lock (Gate)
        {
            if (_isBehind)
                return false;

            (batch, live) = ([.. _pending], _port.Bytes);
            _pending.Clear();
        }

        foreach (var record in batch)
            _file!.Append(record);

        return _file!.Length <= (2 * live) + MinGarbage;
    }

    private void Replace()
    {
        IReadOnlyList<T> all;
        lock (Gate)
        {
            all = _port.All();
            _pending.Clear();
            _isBehind = false;
        }

        _file!.Replace(all);
    }

    private void Succeed(bool isUnsynced)
    {
        lock (Gate)
        {
            (_isUnsynced, _isFailing) = (isUnsynced, false);
            if (_pending.Count > 0)
                _ = Round_NeedsLock(_syncsAlways); // added while it was failing, when nobody began a round
        }
    }

    private void Fail()
    {
        lock (Gate)
        {
            _isFailing = true;
            FallBehind_NeedsLock();
        }
    }

    /// <summary>Leaves it to the next round to write all that the port holds.</summary>
    private void FallBehind_NeedsLock()
    {
        _isBehind = true;
        _pending.Clear();
    }
}
