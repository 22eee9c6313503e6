using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>Which trace the running code belongs to.</summary>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="ActivityId">Span id of the innermost activity; null without one.</param>
/// <param name="Frame">The innermost traced call that is looked at closely; null without one.</param>
internal readonly record struct TraceContext(string TraceId, string? ActivityId, CallFrame? Frame)
{
    /// <summary>Gets whether the running code belongs to a trace; two reads of the flow's context.</summary>
    public static bool Exists => CallFrame.Current is not null || Activity.Current is { IdFormat: ActivityIdFormat.W3C };

    /// <summary>Gets the trace of the running code; null outside of any.</summary>
    public static TraceContext? Current
    {
        get
        {
            var frame = CallFrame.Current;
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
                return new(activity.TraceId.ToHexString(), activity.SpanId.ToHexString(), frame);

            return frame is null ? null : new(frame.TraceId, null, frame);
        }
    }
}
