using System.Collections.Concurrent;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Takes what has ended off the application's threads, gives it its log lines, and adds it to the span store.</summary>
/// <remarks>
/// Thread-safe; adding takes no lock and never waits or throws: some 100 ns and one queue entry, and where nothing is under way a work item
/// of the thread pool, which the others share. Idle it costs nothing, no thread and no timer. At most 2 048 spans wait; past that
/// they are dropped and counted. Spans come out in the order they went in, children before parents: so an inner span takes its lines first.
/// </remarks>
internal sealed class SpanKeeper(Func<ISpanStore> store, LineRing lines, TimeProvider time) : IThreadPoolWorkItem, ISnapshotSource
{
    /// <summary>Spans that may wait.</summary>
    public const int MostWaiting = 2048;

    private static readonly SeriesKey DroppedSpans = new(OwnInstruments.Dropped, TagSet.Of("reason", "spans"));

    private readonly ConcurrentQueue<EndedSpan> _waiting = new();
    private readonly Lock _draining = new();
    private int _count;
    private int _isScheduled;
    private long _dropped;

    /// <summary>Gets the clock that tells the times of spans and lines.</summary>
    public WallClock Clock { get; } = new(time);

    /// <summary>Gets or sets how many lines are kept with a span.</summary>
    public int MostLines { get; set; } = 50;

    /// <summary>Takes a finished span, to be kept with its log lines.</summary>
    public void Keep(Span span)
    {
        var start = Clock.TimestampAt(span.Start - WallClock.Slack);
        Keep(new PendingSpan(span, start, Clock.TimestampAt(span.Start + span.Duration + WallClock.Slack)));
    }

    /// <summary>Takes what has ended.</summary>
    public void Keep(EndedSpan ended)
    {
        if (Interlocked.Increment(ref _count) > MostWaiting)
        {
            Interlocked.Decrement(ref _count);
            Interlocked.Increment(ref _dropped);
            return;
        }

        _waiting.Enqueue(ended);
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder) => builder.Add(DroppedSpans, Interlocked.Read(ref _dropped));

    /// <summary>Brings all that waits to the store, on the caller's thread.</summary>
    public void Drain()
    {
        lock (_draining)
        {
            Clock.Follow();
            for (var most = MostWaiting; most > 0 && _waiting.TryDequeue(out var ended); most--)
            {
                Interlocked.Decrement(ref _count);
                Store(ended);
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        // Before the queue is read: whoever adds from here on schedules anew, so nothing is left lying.
        Interlocked.Exchange(ref _isScheduled, 0);
        Drain();
        if (!_waiting.IsEmpty && Interlocked.Exchange(ref _isScheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Store(EndedSpan ended)
    {
        try
        {
            var span = ended.ToSpan(Clock);
            store().Add(span with { Lines = lines.Take(ended, Clock, MostLines) });
        }
        catch (Exception)
        {
            // A store of the user's own, or an activity that is changed while it is read.
            Interlocked.Increment(ref _dropped);
        }
    }
}
