using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>A running call that begins and ends on one thread, which therefore knows its cell and its allocations.</summary>
internal readonly struct SynchronousCall
{
    private readonly Function _function;
    private readonly FunctionCell _cell;
    private readonly Activity? _span;
    private readonly long _allocated;
    private readonly long _start;

    public SynchronousCall(Function function)
    {
        _function = function;
        _span = function.StartSpan();
        _cell = function.CellOfThread();
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        _start = function.Tracer.Clock.Now();
        _cell.Begin(_start);
    }

    /// <summary>Counts an exception from within a filter; always false.</summary>
    public bool Fail(Exception exception)
    {
        _function.Fail(exception, _span);
        return false;
    }

    public void End()
    {
        var end = _function.Tracer.Clock.Now();
        _function.End(_cell, _start, end, GC.GetAllocatedBytesForCurrentThread() - _allocated);
        _span?.Dispose();
    }
}
