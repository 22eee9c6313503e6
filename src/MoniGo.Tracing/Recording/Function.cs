using System.Diagnostics;

namespace MoniGo.Tracing;

/// <summary>One function of one tracer: its name, and where its calls are recorded.</summary>
/// <remarks>Thread-safe; lives as long as its tracer.</remarks>
internal sealed class Function(FunctionTracer tracer, int id, string name)
{
    public FunctionTracer Tracer { get; } = tracer;

    /// <summary>Gets the index of the function's cell in every slab.</summary>
    public int Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Gets the cell of dead threads, and of live ones that the byte budget has no room for.</summary>
    public FunctionCell Shared { get; } = new(shared: true);

    public FunctionErrors Errors { get; } = new();

    public bool IsEnabled => Tracer.IsEnabled;

    public FunctionCell CellOfThread() => ThreadSlab.Of(Tracer)?.CellOf(this) ?? Shared;

    /// <summary>Starts a span when somebody outside listens; one branch when not.</summary>
    public Activity? StartSpan() => Tracer.Foreign.WantsSpans ? Tracer.Foreign.StartSpan(this) : null;

    /// <summary>Records the end of a call in the cell, or in the shared one if that has no room.</summary>
    public void End(FunctionCell cell, long start, long end, long allocated)
    {
        var clock = Tracer.Clock;
        if (!cell.TryEnd(start, end, allocated, clock.SecondsPerTick))
            Shared.TryEnd(start, end, allocated, clock.SecondsPerTick);

        if (Tracer.Foreign.WantsDurations)
            Tracer.Foreign.RecordDuration(this, (end - start) * clock.SecondsPerTick);
    }

    public void Fail(Exception exception, Activity? span)
    {
        Errors.Count(exception);
        if (span is not null)
            ForeignListeners.MarkFailed(span, exception);
    }
}
