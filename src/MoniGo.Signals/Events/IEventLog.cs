namespace MoniGo.Signals;

/// <summary>Keeps the record of who did what and what happened: audit, lifecycle, deploys, health.</summary>
/// <remarks>Thread-safe and bounded; entries are never changed.</remarks>
public interface IEventLog
{
    /// <summary>Adds an entry.</summary>
    ValueTask AppendAsync(EventEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Reads entries of one kind, or of all kinds, newest first.</summary>
    /// <param name="range">When they happened.</param>
    /// <param name="kind">The kind wanted; null for all.</param>
    /// <param name="limit">At most this many, from 1 to 1 000.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    ValueTask<IReadOnlyList<EventEntry>> ReadAsync(
        TimeRange range, EventKind? kind, int limit, CancellationToken cancellationToken = default);
}
