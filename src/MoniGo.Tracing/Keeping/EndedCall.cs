using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>A call that has just ended and may be worth keeping: sampled, slow or failed.</summary>
internal readonly record struct EndedCall(Function Function, long Start, long End, Exception? Exception, int CallerId)
{
    /// <summary>Gets its own time in timestamps; null when unknown.</summary>
    public long? Self { get; init; }

    /// <summary>Gets the bytes its thread allocated; null when it was suspended.</summary>
    public long? Allocated { get; init; }

    /// <summary>Keeps the call if it is worth it, and ends the close look at it if there was one.</summary>
    public void LookBack(CallFrame? frame)
    {
        var reason = Function.Judge(End - Start, failed: Exception is not null);
        frame?.End(Math.Max(1, End - Start));
        if (frame is { Reason: KeepReason.Sampled or KeepReason.Child } && reason == KeepReason.None)
        {
            reason = frame.Reason;
            Function.Selection.Count(reason);
        }

        if (reason != KeepReason.None)
            Keep(reason, frame);
    }

    private void Keep(KeepReason reason, CallFrame? frame)
    {
        var call = frame is not null
            ? new KeptCall(Function, reason, Start, End, frame.TraceId, frame.SpanId, frame.ParentId)
            : WithAmbientIds(reason);
        Function.AddExemplar(call);
        Function.Tracer.Keeper?.Keep(call with
        {
            Exception = Exception,
            Caller = Function.Tracer.Functions.NameOf(CallerId) ?? frame?.Outer?.Function.Name,
            Self = Self,
            Allocated = Allocated,
        });
    }

    private KeptCall WithAmbientIds(KeepReason reason)
    {
        var (activity, outer) = (Activity.Current, CallFrame.Current);
        var traceId = CallIds.TraceOf(activity) ?? outer?.TraceId ?? CallIds.NewTrace();
        var parentId = outer?.IsNearerThan(activity) == true ? outer.SpanId : CallIds.SpanOf(activity);
        return new(Function, reason, Start, End, traceId, CallIds.NewSpan(), parentId);
    }
}
