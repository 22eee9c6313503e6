using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The embedded sample store: an open head, sealed segments, roll-ups; in a directory, or in memory.</summary>
/// <remarks>
/// Thread-safe. Appending takes one lock for some microseconds and hands the tick to the operating system; everything slower is done
/// by the upkeep, in the background once the store was started. Where the directory cannot be used, all goes on in memory and
/// <see cref="Status"/> says why; when it can be used again, what was in memory moves in.
/// </remarks>
internal sealed class SampleStore : ISampleWriter, ISampleReader, IAsyncDisposable
{
    // A clock that is further ahead is wrong, and its ticks would outlive every retention.
    private static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    private readonly StoreState _state = new();
    private readonly StoreSettings _settings;
    private readonly TimeProvider _time;
    private readonly Retention _retention;
    private readonly Decimals _decimals;
    private readonly StoreHealth _health;
    private readonly StoreHome _home;
    private readonly StoreClock _clock;
    private readonly GroupSync _syncing;
    private int _isDisposed;

    public SampleStore(StoreSettings settings, IFileLayer? files = null, TimeProvider? time = null, ILogger? logger = null)
    {
        (_settings, _time) = (settings, time ?? TimeProvider.System);
        (_retention, _decimals, _health) = (new(settings), new(settings.Decimals), new(logger ?? NullLogger.Instance));
        var layer = files ?? new PhysicalFiles();
        var maker = new SegmentMaker(layer, _health);
        _home = new(settings, layer, _state, maker, _health, _time);
        var upkeep = new StoreUpkeep(settings, _state, _home, maker, _time);
        _clock = new(settings, upkeep, SyncLog, _time, logger ?? NullLogger.Instance);
        _syncing = new(SyncLog);
    }

    /// <inheritdoc />
    public StoreStatus Status
    {
        get
        {
            lock (_state.Lock)
                return StoreReport.Of_NeedsLock(_settings, _state, _retention, _health, _clock.LastSync);
        }
    }

    /// <summary>Gets the directory once this process holds it, for others that keep their files there; never, in memory.</summary>
    public Task<string> Directory => _home.Taken;

    /// <summary>Opens the directory, if there is one, replays what was not sealed, and starts the upkeep.</summary>
    /// <remarks>Never fails because of old data or of the disk. Appends and reads before it has ended are answered from memory.</remarks>
    public Task StartAsync(CancellationToken cancellationToken = default) => _clock.StartAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask<AppendResult> AppendAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        cancellationToken.ThrowIfCancellationRequested();
        if (WhatIsWrong(stream, snapshot) is { } reason)
            return new(AppendOutcome.Refused, reason);

        var rounded = _decimals.Apply(snapshot);
        AppendOutcome outcome;
        bool isUpkeepDue;
        lock (_state.Lock)
        {
            outcome = Append_NeedsLock(stream, rounded);
            isUpkeepDue = IsUpkeepDue_NeedsLock();
        }

        if (outcome == AppendOutcome.Written && _settings.SyncInterval == TimeSpan.Zero)
            outcome = await SyncAsync(outcome);

        if (isUpkeepDue)
            await _clock.WakeAsync();

        return new(outcome);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SeriesWindows> ReadAsync(
        SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Step, TimeSpan.Zero, nameof(query));
        cancellationToken.ThrowIfCancellationRequested();
        var plan = Plan(query);
        var sources = plan.Sources();
        if (sources.Count > 0)
        {
            foreach (var series in RowWalk.Cut(sources, query, plan.Before, cancellationToken))
                yield return series;
        }

        await Task.CompletedTask; // nothing waits here; only an async iterator is handed the enumerator's own token
    }

    /// <summary>Seals what is due, rolls up, merges, deletes what is too old; the background task does the same.</summary>
    public Task MaintainAsync(CancellationToken cancellationToken = default) => _clock.RunAsync(cancellationToken);

    /// <summary>Syncs and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return; // a container disposes a store once for each port that it stands behind

        await _clock.DisposeAsync();
        _home.Dispose();
    }

    private string? WhatIsWrong(StreamId stream, Snapshot snapshot)
    {
        var now = _time.GetUtcNow();
        return string.IsNullOrEmpty(stream.Value) ? "The stream has no name."
            : snapshot.Sequence < 1 ? $"Sequence {snapshot.Sequence} is not a tick; they count from 1."
            : snapshot.Families.IsDefault ? "The snapshot has no families."
            : snapshot.Time <= now - _settings.RawRetention ? $"The tick of {snapshot.Time:O} is older than the retention of {_settings.RawRetention}."
            : snapshot.Time > now + MaxAhead ? $"The tick of {snapshot.Time:O} is more than a day ahead of this machine's clock."
            : null;
    }

    private AppendOutcome Append_NeedsLock(StreamId stream, Snapshot snapshot)
    {
        var seen = _state.SeenOf_NeedsLock(stream);
        if (seen.Contains(snapshot.Epoch, snapshot.Sequence))
            return AppendOutcome.Duplicate;

        seen.Add(snapshot.Epoch, snapshot.Sequence);
        var head = _state.Heads.For(snapshot.Time, _time.GetUtcNow());
        head.Head.Add(stream, snapshot);
        if (!TryLog_NeedsLock(stream, snapshot))
        {
            _state.Unlogged.Add(stream, snapshot, head);
            return AppendOutcome.Volatile;
        }

        head.FirstLog = Math.Min(head.FirstLog ?? long.MaxValue, _state.Log!.Number);
        return AppendOutcome.Written;
    }

    private bool TryLog_NeedsLock(StreamId stream, Snapshot snapshot)
    {
        if (_state.Log is not { } log)
            return false;

        try
        {
            log.Append(stream, snapshot);
            return true;
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            _home.Leave(failure);
            return false;
        }
    }

    private bool IsUpkeepDue_NeedsLock()
    {
        _state.Heads.FreezeDue(_time.GetUtcNow());
        return !_state.Heads.Frozen.IsEmpty
            || _state.AreHeadsFull_NeedsLock(_settings)
            || (_settings.Directory is null && _state.Heads.OpenBytes + _state.Shelf.MemoryBytes > _settings.MemoryCapacity);
    }

    private async ValueTask<AppendOutcome> SyncAsync(AppendOutcome written)
    {
        try
        {
            await _syncing.JoinAsync();
            return AppendOutcome.Durable;
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            return written;
        }
    }

    // After a failed sync the operating system may have dropped what it could not write: only new files can be trusted.
    private void SyncLog()
    {
        try
        {
            _state.Log?.Sync();
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            lock (_state.Lock)
            {
                _state.Unlogged.GiveUp();
                foreach (var head in _state.Heads.All)
                    head.HasUnlogged = true;
            }

            _home.Leave(failure);
            throw;
        }
    }

    private ReadPlan Plan(SampleQuery query)
    {
        lock (_state.Lock)
        {
            var heads = _state.Heads.All.Select(head => head.Head.Find(query.Stream, query.Selector.Instrument)).OfType<IRowSource>();
            return new(query, _state.Shelf, [.. heads.Where(head => head.Axis.Count > 0)], _retention, _time.GetUtcNow());
        }
    }
}
