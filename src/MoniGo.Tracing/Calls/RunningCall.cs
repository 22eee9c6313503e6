using System.Runtime.CompilerServices;

namespace MoniGo.Tracing;

/// <summary>A call that runs on this thread: begun here, and to be ended or suspended here, once.</summary>
/// <remarks>
/// The hot path of tracing. Budget: with its end, half of the two clock reads it is made of, and no allocation (benchmark
/// <c>trace-call</c>). What is seldom needed - a close look, an exception, a slow end - costs one predicted branch.
/// </remarks>
internal struct RunningCall
{
    private readonly Function _function;
    private readonly FunctionCell _cell;
    private readonly ThreadSlab? _slab;
    private readonly CallFrame? _frame;
    private readonly long _allocated;
    private readonly long _start;
    private readonly int _depth;
    private Exception? _exception;

    public RunningCall(Function function)
    {
        var id = function.Id;
        if (id < 0)
            (function, id) = function.Readmit();

        var tracer = function.Tracer;
        _function = function;
        _slab = ThreadSlab.Of(tracer);
        _cell = _slab?.CellOf(function, id) ?? function.Shared;
        if (_cell.IsDue || tracer.LooksCloser)
            _frame = CallFrame.TryBegin(function, _cell);

        _allocated = GC.GetAllocatedBytesForCurrentThread();
        _start = tracer.Clock.Now();
        if (_slab is not null)
            _depth = _slab.Stack.Push(id, _start);

        _cell.Begin(_start);
    }

    /// <summary>Gets whether this is a call at all, and not <c>default</c>.</summary>
    public readonly bool IsRunning => _function is not null;

    /// <summary>Counts an exception from within a filter; always false.</summary>
    public bool Fail(Exception exception)
    {
        _exception = exception;
        _function.Fail(exception, _frame);
        return false;
    }

    /// <summary>Counts an exception and ends the call, for one that threw before it gave a task; always false.</summary>
    public bool FailAtOnce(Exception exception)
    {
        Fail(exception);
        End();
        return false;
    }

    public readonly void End()
    {
        var end = _function.Tracer.Clock.Now();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - _allocated;

        // Where the clock is coarse a call may seem to take no time; it took at least the smallest there is.
        var duration = Math.Max(1, end - _start);
        var nested = _slab is null ? CallStack.Unknown : _slab.Stack.Pop(_depth, duration);
        if (_frame is not null)
            nested = _frame.NestedIn(duration, nested);

        _function.Record(_cell, duration, end, allocated, nested);
        if (duration >= _function.Selection.SlowAfter || _frame is not null || _exception is not null)
            LookBack(end, allocated, nested);
    }

    /// <summary>Ends the part of the call that ran on this thread; the flight ends the call.</summary>
    public readonly Flight Suspend()
    {
        if (_slab is not null)
            _slab.Stack.Pop(_depth, _depth == 0 ? 0 : _function.Tracer.Clock.Now() - _start);

        _frame?.Leave();
        return Flight.Of(_function, _start, _frame, CallerId, isSuspended: true);
    }

    private readonly int CallerId => _slab?.Stack.CallerAt(_depth) ?? -1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void LookBack(long end, long allocated, long nested)
    {
        long? self = nested == CallStack.Unknown ? null : Math.Max(0, end - _start - nested);
        new EndedCall(_function, _start, end, _exception, CallerId) { Self = self, Allocated = allocated }.LookBack(_frame);
    }
}
