namespace MoniGo.Signals;

/// <summary>Keeps the spans of recent traces within a byte budget; the oldest traces make room.</summary>
/// <remarks>Thread-safe; adding never blocks on I/O.</remarks>
public interface ISpanStore
{
    /// <summary>Adds a finished span.</summary>
    void Add(Span span);

    /// <summary>Reads all kept spans of a trace, by start time; empty when unknown or dropped.</summary>
    ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default);

    /// <summary>Finds kept spans.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not from 1 to 1 000.</exception>
    ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default);
}
