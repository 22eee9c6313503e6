namespace MoniGo.Tracing;

/// <summary>A call that has ended and is worth a span.</summary>
/// <param name="Function">Its function.</param>
/// <param name="Reason">Why it is kept.</param>
/// <param name="Start">Timestamp of its begin, on the tracer's clock.</param>
/// <param name="End">Timestamp of its end.</param>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="SpanId">W3C span id.</param>
/// <param name="ParentId">Span id of what it ran in; null at the root.</param>
internal sealed record KeptCall(
    Function Function, KeepReason Reason, long Start, long End, string TraceId, string SpanId, string? ParentId)
{
    /// <summary>Gets the exception that ended it.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets the name of the function that called it; null when unknown.</summary>
    public string? Caller { get; init; }

    /// <summary>Gets its own time in timestamps; null when unknown.</summary>
    public long? Self { get; init; }

    /// <summary>Gets the bytes its thread allocated; null when it was suspended.</summary>
    public long? Allocated { get; init; }
}
