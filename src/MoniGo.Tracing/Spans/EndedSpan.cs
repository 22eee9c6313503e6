using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Something that has ended and is to be kept as a span; made into one later, off the application's threads.</summary>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="SpanId">W3C span id.</param>
/// <param name="Start">Timestamp of its begin.</param>
/// <param name="End">Timestamp of its end.</param>
internal abstract record EndedSpan(string TraceId, string SpanId, long Start, long End)
{
    /// <summary>Gets whether it takes the lines of its trace and time, for the code within it knew nothing of it.</summary>
    public virtual bool TakesByTime => true;

    /// <summary>Makes the span, without its log lines.</summary>
    public abstract Span ToSpan(WallClock clock);
}
