using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>A feed whose ticks the test makes.</summary>
internal sealed class FakeFeed : ISnapshotFeed
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public Snapshot? Latest { get; private set; }

    public Snapshot? Previous { get; private set; }

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    public int Subscriptions
    {
        get
        {
            lock (_gate)
                return _subscriptions.Count;
        }
    }

    public void Publish(Snapshot snapshot)
    {
        (Previous, Latest) = (Latest, snapshot);
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
                subscription.Ticks.Writer.TryWrite(snapshot);
        }
    }

    /// <summary>Completes once exactly so many readers follow the ticks.</summary>
    public Task WhenSubscribed(int count)
    {
        lock (_gate)
        {
            if (_subscriptions.Count == count)
                return Task.CompletedTask;

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    public ISnapshotSubscription Subscribe(int capacity)
    {
        lock (_gate)
        {
            var subscription = new Subscription(this);
            _subscriptions.Add(subscription);
            Tell_NeedsLock();
            return subscription;
        }
    }

    private void Tell_NeedsLock()
    {
        foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count == _subscriptions.Count))
            reached.TrySetResult();
    }

    private sealed class Subscription(FakeFeed feed) : ISnapshotSubscription
    {
        public Channel<Snapshot> Ticks { get; } = Channel.CreateUnbounded<Snapshot>();

        public long Missed => 0;

        public async IAsyncEnumerable<Snapshot> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var snapshot in Ticks.Reader.ReadAllAsync(cancellationToken))
                yield return snapshot;
        }

        public void Dispose()
        {
            lock (feed._gate)
            {
                feed._subscriptions.Remove(this);
                feed.Tell_NeedsLock();
            }
        }
    }
}
