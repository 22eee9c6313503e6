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
    private readonly LogSync _sync;
    private Snapshot? _lastRight;
    private int _isDisposed;

    public SampleStore(StoreSettings settings, IFileLayer? files = null, TimeProvider? time = null, ILogger? logger = null)
    {
        (_settings, _time) = (settings, time ?? TimeProvider.System);
        (_retention, _decimals, _health) = (new(settings), new(settings.Decimals), new(logger ?? NullLogger.Instance, _time));
        var layer = files ?? new PhysicalFiles();
        var maker = new SegmentMaker(layer, _health);
        _home = new(settings, layer, _state, new(settings, layer, _state, maker, _health, _time), _health, _time);
        _sync = new(_state, _home, _time);
        var upkeep = new StoreUpkeep(settings, _state, _home, maker, _health, _time);
        _clock = new(settings, upkeep, _sync, _time, logger ?? NullLogger.Instance);
    }

    /// <inheritdoc />
    public StoreStatus Status => StoreReport.Of(_settings, _state, _retention, _health, _sync.LastSync);

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

        var (outcome, log, failure, isUpkeepDue) = Append(stream, _decimals.Apply(snapshot));
        if (failure is not null)
            _home.Leave(failure, log);

        if (outcome == AppendOutcome.Written && _settings.SyncInterval == TimeSpan.Zero && await _sync.TryJoinAsync(log!))
            outcome = AppendOutcome.Durable;

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
        var before = Volatile.Read(ref _lastRight);
        if (TickCheck.WhatIsWrong(stream, snapshot, before) is { } reason)
            return reason;

        Volatile.Write(ref _lastRight, snapshot);
        return snapshot.Time <= now - _settings.RawRetention ? $"The tick of {snapshot.Time:O} is older than the retention of {_settings.RawRetention}."
            : snapshot.Time > now + MaxAhead ? $"The tick of {snapshot.Time:O} is more than a day ahead of this machine's clock."
            : null;
    }

    private (AppendOutcome Outcome, StoreLog? Log, Exception? Failure, bool IsUpkeepDue) Append(StreamId stream, Snapshot snapshot)
    {
        lock (_state.Lock)
        {
            var seen = _state.SeenOf_NeedsLock(stream, snapshot.Time);
            if (seen.Contains(snapshot.Epoch, snapshot.Sequence))
                return (AppendOutcome.Duplicate, null, null, false);

            seen.Add(snapshot.Epoch, snapshot.Sequence);
            var head = _state.Heads.For(snapshot.Time, _time.GetUtcNow());
            head.Head.Add(stream, snapshot);
            var log = _state.Log;
            var isLogged = TryLog_NeedsLock(log, stream, snapshot, out var failure);
            if (isLogged)
                head.FirstLog = Math.Min(head.FirstLog ?? long.MaxValue, log!.Number);
            else
                _state.Unlogged.Add(stream, snapshot, head);

            return (isLogged ? AppendOutcome.Written : AppendOutcome.Volatile, log, failure, IsUpkeepDue_NeedsLock());
        }
    }

    private static bool TryLog_NeedsLock(StoreLog? log, StreamId stream, Snapshot snapshot, out Exception? failure)
    {
        failure = null;
        try
        {
            log?.Append(stream, snapshot);
        }
        catch (Exception thrown)
        {
            failure = thrown; // whatever it was, the next record of this log would build on one that is not there
        }

        return log is not null && failure is null;
    }

    private bool IsUpkeepDue_NeedsLock()
    {
        _state.Heads.FreezeDue(_time.GetUtcNow());
        return !_state.Heads.Frozen.IsEmpty
            || _state.AreHeadsFull_NeedsLock(_settings)
            || (_settings.Directory is null && _state.Heads.OpenBytes + _state.Shelf.MemoryBytes > _settings.MemoryCapacity);
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
