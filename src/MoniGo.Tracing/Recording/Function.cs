using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>One function of one tracer: its name, and where its calls are recorded.</summary>
/// <remarks>
/// Thread-safe. Whoever holds one may go on calling after the table has evicted it, or before it had room for it: its id is negative then,
/// and each call asks for readmission, until which its calls count as <see cref="FunctionTable.Other"/>.
/// </remarks>
internal sealed class Function
{
    private const int None = -1;

    private Function? _successor;
    private int _id;

    /// <summary>Makes a function that the table has room for.</summary>
    public Function(FunctionTracer tracer, string name, int slot)
    {
        (Tracer, Name, Slot, _id) = (tracer, name, slot, slot);
        Shared = new(shared: true);
        Errors = new();
        Selection = new(tracer);
    }

    /// <summary>Makes one that the table has no room for; what might yet be counted on it counts as the other.</summary>
    public Function(Function overflow, string name)
    {
        (Tracer, Name, Slot, _id) = (overflow.Tracer, name, None, None);
        (Shared, Errors, Selection) = (overflow.Shared, overflow.Errors, overflow.Selection);
    }

    public FunctionTracer Tracer { get; }

    public string Name { get; }

    /// <summary>Gets the index of the function's cell in every slab; negative while callers must not use it.</summary>
    public int Id => Volatile.Read(ref _id);

    /// <summary>Gets the index of its cells, also after it was evicted.</summary>
    public int Slot { get; }

    /// <summary>Gets the cell of dead threads, and of live ones that the byte budget has no room for.</summary>
    public FunctionCell Shared { get; }

    public FunctionErrors Errors { get; }

    public CallSelection Selection { get; }

    public bool IsEnabled => Tracer.IsEnabled;

    /// <summary>Closes the function to callers, or opens it again; for the table alone.</summary>
    public bool IsOpen
    {
        get => Id >= 0;
        set => Volatile.Write(ref _id, value ? Slot : None);
    }

    /// <summary>Finds what counts for this closed function now: itself, its successor of the same name, or the overflow.</summary>
    public (Function Function, int Id) Readmit()
    {
        if (_successor is not { IsOpen: true } successor)
        {
            successor = Tracer.Functions.Admit(Name);
            _successor = successor == Tracer.Functions.Overflow ? null : successor;
        }

        return (successor, successor.Id);
    }

    /// <summary>Gets where the calling thread counts the function.</summary>
    public FunctionCell CellIn(ThreadSlab? slab) => slab?.CellOf(this, Id) ?? Shared;

    /// <summary>Starts a span when somebody outside listens; one branch when not.</summary>
    public Activity? StartSpan() => Tracer.Foreign.WantsSpans ? Tracer.Foreign.StartSpan(this) : null;

    /// <summary>Records the end of a call in the cell, or in the shared one if that has no room.</summary>
    public void Record(FunctionCell cell, long duration, long end, long allocated, long nested)
    {
        var clock = Tracer.Clock;
        if (!cell.TryEnd(duration, end, allocated, nested, clock.SecondsPerTick))
            Shared.TryEnd(duration, end, allocated, nested, clock.SecondsPerTick);

        if (Tracer.Foreign.WantsDurations)
            Tracer.Foreign.RecordDuration(this, duration * clock.SecondsPerTick);
    }

    /// <summary>Counts a call that somebody else has timed.</summary>
    /// <param name="start">Timestamp of its begin, on the tracer's clock.</param>
    /// <param name="end">Timestamp of its end.</param>
    /// <param name="errorType">Type name of what ended it; null when it went well.</param>
    public void RecordEnded(long start, long end, string? errorType)
    {
        var function = IsOpen ? this : Readmit().Function;
        var cell = function.CellIn(ThreadSlab.Of(Tracer));
        cell.Begin(start);
        function.Record(cell, Math.Max(1, end - start), end, allocated: 0, CallStack.Unknown);
        if (errorType is not null)
            function.Errors.Count(errorType);
    }

    /// <summary>Tells why a call that has ended is to be kept, if it is, and counts it as kept.</summary>
    /// <param name="duration">How long it took, in timestamps.</param>
    /// <param name="failed">Whether an exception ended it.</param>
    public KeepReason Judge(long duration, bool failed) =>
        (IsOpen ? this : Readmit().Function).Selection.Judge(duration, failed);

    /// <summary>Lets a kept call stand for its histogram bucket.</summary>
    public void AddExemplar(KeptCall call)
    {
        var duration = Math.Max(1, call.End - call.Start);
        Selection.Exemplars.Add(duration, duration * Tracer.Clock.SecondsPerTick, call.End, call.TraceId, call.SpanId);
    }

    /// <summary>Counts an exception that is passing through a call.</summary>
    public void Fail(Exception exception, CallFrame? frame)
    {
        Errors.Count(FunctionErrors.NameOf(exception));
        Tracer.Keeper?.Observe(exception, Name);
        frame?.Fail(exception);
    }
}
