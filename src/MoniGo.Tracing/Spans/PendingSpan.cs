using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>A span that somebody else made, and that lacks but its log lines.</summary>
internal sealed record PendingSpan(Span Span, long Start, long End) : EndedSpan(Span.TraceId, Span.SpanId, Start, End)
{
    /// <inheritdoc />
    public override Span ToSpan(WallClock clock) => Span;
}
