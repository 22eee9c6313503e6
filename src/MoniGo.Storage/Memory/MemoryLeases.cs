namespace MoniGo.Storage;

/// <summary>Leases by name: one owner at a time, until the lease ends or is given back.</summary>
/// <remarks>Thread-safe. At most 1 000 live at once; another is refused until one ends.</remarks>
internal sealed class MemoryLeases(TimeProvider time)
{
    private const int MaxLeases = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);

    /// <summary>Takes or renews a lease; false while another owner holds it.</summary>
    public bool TryTake(string name, string owner, TimeSpan duration)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            ForgetEnded_NeedsLock(now);
            if (_leases.TryGetValue(name, out var held) ? held.Owner != owner : _leases.Count == MaxLeases)
                return false;

            _leases[name] = new(owner, now + duration);
            return true;
        }
    }

    /// <summary>Gives a lease back; false when the caller does not hold it.</summary>
    public bool TryRelease(string name, string owner)
    {
        lock (_lock)
        {
            ForgetEnded_NeedsLock(time.GetUtcNow());
            return _leases.TryGetValue(name, out var held) && held.Owner == owner && _leases.Remove(name);
        }
    }

    private void ForgetEnded_NeedsLock(DateTimeOffset now)
    {
        foreach (var (name, lease) in _leases)
        {
            if (lease.Until <= now)
                _leases.Remove(name);
        }
    }

    private sealed record Lease(string Owner, DateTimeOffset Until);
}
