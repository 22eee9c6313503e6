using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>A running call that is looked at closely: it has ids, and knows the traced calls in its flow.</summary>
/// <remarks>
/// Made for sampled calls, for the calls in their flow, and for calls that a foreign listener wants to see as an <see cref="Activity"/>.
/// The first two are <see cref="Current"/> to their flow, across awaits, until they end. Thread-safe where flows may fork.
/// </remarks>
internal sealed class CallFrame
{
    /// <summary>Calls kept within one sampled call.</summary>
    public const int MaxChildren = 200;

    private static readonly AsyncLocal<CallFrame?> Ambient = new();

    private readonly FunctionTracer _tracer;
    private readonly CallFrame _root;
    private readonly CallFrame? _outer;
    private readonly Activity? _activityBefore;
    private readonly Activity? _span;
    private CallFrame? _ambientBefore;
    private long _nested;
    private int _children;
    private volatile bool _isEnded;
    private volatile bool _missesCalls;

    private CallFrame(Function function, KeepReason reason, CallFrame? outer, Activity? activityBefore, Activity? span)
    {
        (_tracer, Function, Reason, _outer, _activityBefore, _span) = (function.Tracer, function, reason, outer, activityBefore, span);
        _root = outer?._root ?? this;
        var current = span ?? activityBefore;
        TraceId = CallIds.TraceOf(current) ?? outer?.TraceId ?? CallIds.NewTrace();
        SpanId = CallIds.SpanOf(span) ?? CallIds.NewSpan();
        ParentId = span is not null ? CallIds.ParentOf(span) : outer is not null && outer.IsNearerThan(activityBefore) ? outer.SpanId : CallIds.SpanOf(activityBefore);
        if (reason == KeepReason.None)
            return;

        _ambientBefore = FirstRunning(Ambient.Value);
        Ambient.Value = this;
        if (_root == this)
            _tracer.LiveFrames.Add(this, _tracer.Clock.Now());
    }

    /// <summary>Gets the call that the running code is part of, if that call is looked at closely.</summary>
    public static CallFrame? Current => Ambient.Value is { _isEnded: false } frame ? frame : null;

    public Function Function { get; }

    /// <summary>Gets why its call will be kept; none where only a foreign listener looks.</summary>
    public KeepReason Reason { get; }

    /// <summary>Gets the W3C id of the trace it is part of.</summary>
    public string TraceId { get; }

    /// <summary>Gets its own W3C span id.</summary>
    public string SpanId { get; }

    /// <summary>Gets the span id of what it runs in; null at the root.</summary>
    public string? ParentId { get; }

    /// <summary>Gets the call around it that is looked at closely as well.</summary>
    public CallFrame? Outer => _outer;

    /// <summary>Gets the time of the traced calls in its flow, or <see cref="CallStack.Unknown"/>.</summary>
    public long Nested => Reason == KeepReason.None || _root._missesCalls ? CallStack.Unknown : Volatile.Read(ref _nested);

    /// <summary>Gets the part of a call's duration that the traced calls in its flow took, also those on other threads; at most all of it.</summary>
    /// <param name="duration">How long the call took.</param>
    /// <param name="otherwise">What is known without this look.</param>
    public long NestedIn(long duration, long otherwise) => Nested is >= 0 and var nested ? Math.Min(nested, duration) : otherwise;

    /// <summary>Begins a close look at a call that is about to begin on this thread; null where nothing asks for one.</summary>
    public static CallFrame? TryBegin(Function function, FunctionCell cell)
    {
        var due = cell.IsDue && cell.TakeDue(function.Selection);
        var outer = function.Tracer.LiveFrames.Any && Current is { } frame && frame._tracer == function.Tracer && !frame._root._missesCalls ? frame : null;
        var reason = outer is not null && outer._root.TryTakeChild() ? KeepReason.Child
            : outer is null && due && function.Selection.TrySample() ? KeepReason.Sampled
            : KeepReason.None;
        var before = Activity.Current;
        var span = function.StartSpan();
        return span is null && reason == KeepReason.None ? null : new(function, reason, outer, before, span);
    }

    public void Fail(Exception exception)
    {
        if (_span is not null)
            ForeignListeners.MarkFailed(_span, exception);
    }

    /// <summary>Gives the thread back to the caller: its frame and its activity are current again.</summary>
    /// <remarks>
    /// Whatever else is current by now was set by others, and is left. What was before may have ended before this: scopes end in any order,
    /// and exception filters end outer calls first.
    /// </remarks>
    public void Leave()
    {
        if (Reason != KeepReason.None && Ambient.Value == this)
            Ambient.Value = FirstRunning(_ambientBefore);

        if (_span is not null && Activity.Current == _span)
        {
            var before = _activityBefore;
            while (before is { IsStopped: true })
                before = before.Parent;

            Activity.Current = before;
        }
    }

    /// <summary>Tells whether it began within an activity, rather than the activity within it.</summary>
    public bool IsNearerThan(Activity? activity) => activity is null || activity == (_span ?? _activityBefore);

    /// <summary>Takes no more calls along; its own time is unknown from here on.</summary>
    public void LetGo()
    {
        _missesCalls = true;
        _tracer.LiveFrames.Remove(this);
    }

    /// <summary>Ends the look.</summary>
    /// <param name="duration">How long the call took, in timestamps.</param>
    public void End(long duration)
    {
        Leave();
        _isEnded = true;

        // A flow that was forked off may live on, and this frame with it: of the others only those that run.
        _ambientBefore = FirstRunning(_ambientBefore);
        if (_outer is not null && Reason == KeepReason.Child)
            Interlocked.Add(ref _outer._nested, duration);

        if (_root == this)
            _tracer.LiveFrames.Remove(this);

        if (_span is not null)
            ForeignListeners.StopSpan(_span);
    }

    private static CallFrame? FirstRunning(CallFrame? frame)
    {
        while (frame is { _isEnded: true })
            frame = frame._ambientBefore;

        return frame;
    }

    private bool TryTakeChild()
    {
        if (Volatile.Read(ref _children) < MaxChildren && _tracer.Allowance.TryTake(KeepReason.Child)
            && Interlocked.Increment(ref _children) <= MaxChildren)
        {
            return true;
        }

        LetGo();
        return false;
    }
}
