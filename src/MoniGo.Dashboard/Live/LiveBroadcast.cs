using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Turns each tick into one event for each page and view that somebody watches, and hands it to all of them.</summary>
/// <remarks>
/// Thread-safe. Follows the ticks only while there are viewers. A tick costs one reading and one serialisation a topic;
/// a viewer costs a queue of four references.
/// </remarks>
internal sealed partial class LiveBroadcast(
    ISnapshotFeed feed, PageReader reader, DashboardSettings settings, TimeProvider time, ILogger<LiveBroadcast> logger) : IDisposable
{
    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly Dictionary<(string Page, View View), LiveTopic> _topics = [];
    private ISnapshotSubscription? _subscription;
    private int _viewers;

    private long _dropped;
    private long _serialised;

    /// <summary>Gets the number of open streams.</summary>
    public int Viewers => Volatile.Read(ref _viewers);

    /// <summary>Gets the number of events that viewers were too slow for.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Gets the number of events that were serialised, whoever got them.</summary>
    public long Serialised => Volatile.Read(ref _serialised);

    /// <summary>Adds a viewer; null when there are as many of them, or of different views, as allowed.</summary>
    public LiveViewer? TryJoin(DashboardPage page, View view)
    {
        lock (_gate)
        {
            if (_viewers >= settings.MaxViewers)
                return null;

            if (!_topics.TryGetValue((page.Key, view), out var topic))
            {
                if (_topics.Count >= settings.MaxTopics)
                    return null;

                _topics.Add((page.Key, view), topic = new(page, view));
            }

            var viewer = new LiveViewer(topic, () => Interlocked.Increment(ref _dropped));
            topic.Viewers.Add(viewer);
            _viewers++;
            StartPump_NeedsLock();
            return viewer;
        }
    }

    /// <summary>Removes a viewer; after the last one the ticks are no longer followed.</summary>
    public void Leave(LiveViewer viewer)
    {
        lock (_gate)
        {
            if (!viewer.Topic.Viewers.Remove(viewer))
                return;

            _viewers--;
            if (viewer.Topic.Viewers.Count == 0)
                _topics.Remove((viewer.Topic.Page.Key, viewer.Topic.View));

            if (_viewers == 0)
                StopPump_NeedsLock();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            StopPump_NeedsLock();
    }

    private void StartPump_NeedsLock()
    {
        if (_subscription is not null)
            return;

        // Subscribed here and not in the task, so that a viewer misses no tick from the moment it joined. The task gets the
        // subscription itself: by the time it runs, the field may hold the next one, or none.
        var subscription = _subscription = feed.Subscribe(capacity: 2);
        _ = Task.Run(() => PumpAsync(subscription), CancellationToken.None);
    }

    // Ends the pump's reading without an exception, which would stand on the chart of the host's exceptions.
    private void StopPump_NeedsLock()
    {
        _subscription?.Dispose();
        _subscription = null;
    }

    private async Task PumpAsync(ISnapshotSubscription subscription)
    {
        await using var heartbeat = time.CreateTimer(_ => Beat(), null, settings.Heartbeat, settings.Heartbeat);
        try
        {
            using (subscription)
                await FollowAsync(subscription);
        }
        catch (Exception exception)
        {
            PumpFailed(logger, exception);
        }

        Forget(subscription);
    }

    // The next viewer starts a new pump, whatever ended this one.
    private void Forget(ISnapshotSubscription subscription)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_subscription, subscription))
                _subscription = null;
        }
    }

    private async Task FollowAsync(ISnapshotSubscription subscription)
    {
        Snapshot? previous = null;
        await foreach (var snapshot in subscription.ReadAllAsync())
        {
            previous ??= ReferenceEquals(feed.Latest, snapshot) ? feed.Previous : null;
            foreach (var topic in Topics())
                await PublishAsync(topic, snapshot, previous);

            previous = snapshot;
        }
    }

    private async Task PublishAsync(LiveTopic topic, Snapshot latest, Snapshot? previous)
    {
        var (rowsAreDue, began) = (topic.TakeRows(latest.Time), time.GetTimestamp());
        var tick = await reader.ReadTickAsync(topic.Page, topic.View, latest, previous, rowsAreDue, CancellationToken.None);
        if (rowsAreDue)
            topic.RowsTook(time.GetElapsedTime(began));

        var bytes = LiveEvents.Tick(tick);
        Interlocked.Increment(ref _serialised);
        lock (_gate)
        {
            foreach (var viewer in topic.Viewers)
                viewer.Send(bytes);
        }
    }

    private LiveTopic[] Topics()
    {
        lock (_gate)
            return [.. _topics.Values];
    }

    private void Beat()
    {
        lock (_gate)
        {
            foreach (var topic in _topics.Values)
            {
                foreach (var viewer in topic.Viewers)
                    viewer.Send(LiveEvents.Heartbeat);
            }
        }
    }

    [LoggerMessage(7002, LogLevel.Warning, "The live stream of the dashboard stopped following the ticks; the next viewer starts it again.")]
    private static partial void PumpFailed(ILogger logger, Exception exception);
}
