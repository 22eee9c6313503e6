using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>The subscriptions of a feed, each with its own bounded queue.</summary>
/// <remarks>Thread-safe. Handing over never waits: a full queue loses its oldest snapshot.</remarks>
internal sealed class SnapshotReaders : IDisposable
{
    private readonly Lock _gate = new();
    private ImmutableArray<SnapshotSubscription> _open = [];
    private long _missedByLeft;
    private bool _ended;

    /// <summary>Gets the number of ticks that readers lost, those that have left included.</summary>
    public long Missed
    {
        get
        {
            lock (_gate)
                return _missedByLeft + _open.Sum(reader => reader.Missed);
        }
    }

    /// <summary>Opens a subscription; after the end one that is already complete.</summary>
    public SnapshotSubscription Add(int capacity)
    {
        var subscription = new SnapshotSubscription(capacity, Remove);
        lock (_gate)
        {
            if (_ended)
                subscription.Complete();
            else
                _open = _open.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Puts a snapshot into every queue.</summary>
    public void Hand(Snapshot snapshot)
    {
        ImmutableArray<SnapshotSubscription> open;
        lock (_gate)
            open = _open;

        foreach (var reader in open)
            reader.Hand(snapshot);
    }

    /// <summary>Completes every queue.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            foreach (var reader in _open)
                reader.Complete();
        }
    }

    private void Remove(SnapshotSubscription subscription)
    {
        lock (_gate)
        {
            var left = _open.Remove(subscription);
            if (left.Length < _open.Length)
                _missedByLeft += subscription.Missed;

            _open = left;
        }
    }
}
