namespace MoniGo.Signals;

/// <summary>Keeps the spans of recent traces within a byte budget; the oldest traces make room.</summary>
/// <remarks>Thread-safe; adding never blocks on I/O.</remarks>
public interface ISpanStore
{
    /// <summary>Adds a finished span.</summary>
    void Add(Span span);

    /// <summary>Reads all kept spans of a trace, by start time; empty when unknown or dropped.</summary>
    ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default);

    /// <summary>Lists root spans, newest first.</summary>
    /// <param name="range">When they began.</param>
    /// <param name="limit">At most this many, from 1 to 1 000.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    ValueTask<IReadOnlyList<Span>> ListRootsAsync(TimeRange range, int limit, CancellationToken cancellationToken = default);
}
