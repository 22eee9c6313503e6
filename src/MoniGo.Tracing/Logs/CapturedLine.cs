namespace MoniGo.Tracing;

/// <summary>A log line that may yet be kept with a span.</summary>
/// <param name="Context">The trace it was written in.</param>
/// <param name="Level">Its level by name.</param>
/// <param name="Category">Category of the logger.</param>
/// <param name="Message">The line, cut.</param>
internal readonly record struct CapturedLine(TraceContext Context, string Level, string Category, string Message)
{
    private const int FixedBytes = 128; // its slot, and the header of its text

    /// <summary>Gets the bytes it holds, estimated; level and category are shared with others.</summary>
    public int Bytes => FixedBytes + (sizeof(char) * Message.Length);

    /// <summary>Tells whether it was written in a span that has ended and took the time it was written at.</summary>
    /// <remarks>
    /// Of several calls that ran at once, the one that wrote it is known by its frame or its activity. Of a span that had neither only
    /// the trace is known: it gets what was written in its trace and time and belongs to no other.
    /// </remarks>
    public bool IsOf(EndedSpan span)
    {
        for (var frame = Context.Frame; frame is not null; frame = frame.Outer)
        {
            if (string.Equals(frame.SpanId, span.SpanId, StringComparison.Ordinal))
                return true;
        }

        return string.Equals(Context.ActivityId, span.SpanId, StringComparison.Ordinal)
            || (span.TakesByTime && Context.Frame is null && string.Equals(Context.TraceId, span.TraceId, StringComparison.Ordinal));
    }
}
