using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Asks every source at each tick, freezes one snapshot, and hands it to all readers.</summary>
/// <remarks>
/// A source that throws is counted, logged once until it recovers, and costs only its own samples; what it had added before
/// it threw stays in the snapshot. Ticks never overlap. Sources are enumerated at the first tick, since some of them read this feed.
/// Thread-safe.
/// </remarks>
internal sealed partial class SnapshotTicker : ISnapshotFeed, IDisposable
{
    private readonly Resource _resource;
    private readonly TimeProvider _time;
    private readonly TickGrid _grid;
    private readonly ILogger _logger;
    private readonly long _epoch;

    private readonly Lock _tick = new();
    private readonly SnapshotBuilder _builder = new();
    private readonly TickCost _cost;
    private readonly IEnumerable<ISnapshotSource> _given;
    private GuardedSource[]? _sources;

    private readonly SnapshotReaders _readers = new();
    private long _skipped;
    private volatile Pair _published = new(null, null);

    public SnapshotTicker(
        IEnumerable<ISnapshotSource> sources, Resource resource, TimeProvider time, TimeSpan interval, ILogger<SnapshotTicker> logger, long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        (_resource, _time, _grid, _logger, _epoch) = (resource, time, new(interval), logger, epoch);
        _cost = new(time);
        _given = sources;
    }

    /// <inheritdoc />
    public Snapshot? Latest => _published.Latest;

    /// <inheritdoc />
    public Snapshot? Previous => _published.Previous;

    /// <inheritdoc />
    public TimeSpan Interval => _grid.Interval;

    /// <inheritdoc />
    public ISnapshotSubscription Subscribe(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return _readers.Add(capacity);
    }

    /// <summary>Makes and publishes one snapshot now.</summary>
    /// <remarks>Its time is aligned down to the grid; a further tick in the same slot carries the clock's time.</remarks>
    public Snapshot Tick()
    {
        lock (_tick)
        {
            using var cost = _cost.Measure();
            var last = _published.Latest;
            var asked = _sources ??= [.. _given.Select(source => new GuardedSource(source, _logger))];
            _builder.Begin(_grid.TimeOfTick(_time.GetUtcNow(), last?.Time));
            foreach (var source in asked)
                source.Collect(_builder);

            foreach (var source in asked)
                source.PublishFailures(_builder);

            _cost.Publish(_builder, _readers.Missed, Volatile.Read(ref _skipped));
            var snapshot = _builder.Build(_resource, _epoch, (last?.Sequence ?? 0) + 1);
            _published = new(snapshot, last);
            _readers.Hand(snapshot);
            return snapshot;
        }
    }

    /// <summary>Ticks on the grid until cancelled; a tick that comes too late is skipped and counted, never made up for.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = _grid.After(_time.GetUtcNow());
        while (await WaitAsync(due, cancellationToken))
        {
            TickSafely();
            var next = _grid.After(_time.GetUtcNow());
            var late = (next - due).Ticks / Interval.Ticks;
            if (late > 1)
                Interlocked.Add(ref _skipped, late - 1);

            due = next;
        }
    }

    /// <summary>Ends all subscriptions; their readers still get what waits for them.</summary>
    public void Dispose() => _readers.Dispose();

    private async ValueTask<bool> WaitAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        try
        {
            // More than an interval left means that the clock was set back: the grid is then another one, and waiting for this due time is no use.
            for (var left = due - _time.GetUtcNow(); left > TimeSpan.Zero && left <= Interval; left = due - _time.GetUtcNow())
            {
                // Delays are cut to whole milliseconds, and half a millisecond early would be the slot before.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _time, cancellationToken);
            }

            return !cancellationToken.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void TickSafely()
    {
        try
        {
            Tick();
        }
        catch (Exception error)
        {
            LogTickFailed(error);
        }
    }

    [LoggerMessage(1003, LogLevel.Error, "A snapshot could not be made; the next tick tries again.")]
    private partial void LogTickFailed(Exception error);

    private sealed record Pair(Snapshot? Latest, Snapshot? Previous);
}
