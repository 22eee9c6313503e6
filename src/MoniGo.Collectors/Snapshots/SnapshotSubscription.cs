using System.Threading.Channels;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>One reader's queue; when it is full the oldest snapshot is lost and counted.</summary>
internal sealed class SnapshotSubscription : ISnapshotSubscription
{
    private readonly Channel<Snapshot> _queue;
    private readonly Action<SnapshotSubscription> _leave;
    private long _missed;

    public SnapshotSubscription(int capacity, Action<SnapshotSubscription> leave)
    {
        _leave = leave;
        _queue = Channel.CreateBounded<Snapshot>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest },
            _ => Interlocked.Increment(ref _missed));
    }

    /// <inheritdoc />
    public long Missed => Volatile.Read(ref _missed);

    /// <inheritdoc />
    public IAsyncEnumerable<Snapshot> ReadAllAsync(CancellationToken cancellationToken = default) =>
        _queue.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Puts a snapshot into the queue.</summary>
    public void Hand(Snapshot snapshot) => _queue.Writer.TryWrite(snapshot);

    /// <summary>Ends the queue; the reader still gets what waits in it.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <inheritdoc />
    public void Dispose()
    {
        Complete();
        _leave(this);
    }
}
