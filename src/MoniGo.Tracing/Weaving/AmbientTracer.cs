using MoniGo.Tracing;

namespace MoniGo.Weaving;

/// <summary>Finds the tracer for code that was given none: woven calls.</summary>
/// <remarks>
/// A process with one host, which is nearly every process, has one tracer, and that is it. Among several hosts it is the one whose
/// flow the code runs in: a request, or a hosted service. Outside of any, calls are not timed. Thread-safe.
/// </remarks>
internal static class AmbientTracer
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<FunctionTracer?> OfFlow = new();
    private static FunctionTracer[] _live = [];
    private static volatile FunctionTracer? _only;

    public static FunctionTracer? Current => _only ?? (_live.Length == 0 ? null : OfFlow.Value);

    /// <summary>Gets whether there are several, so that each flow has to say whose it is.</summary>
    public static bool HasSeveral => _only is null && Volatile.Read(ref _live).Length > 1;

    /// <summary>Adds the tracer of a host that starts.</summary>
    public static void Add(FunctionTracer tracer) => Change(live => [.. live, tracer]);

    /// <summary>Takes the tracer of a host away.</summary>
    public static void Remove(FunctionTracer tracer) => Change(live => Array.FindAll(live, one => one != tracer));

    /// <summary>Says that this flow, and what it calls, belongs to a host; one branch while there is but one host.</summary>
    public static void Enter(FunctionTracer tracer)
    {
        if (HasSeveral)
            OfFlow.Value = tracer;
    }

    /// <summary>Says the same, also for the time when other hosts come: for flows that live as long as their host.</summary>
    public static void EnterForGood(FunctionTracer tracer) => OfFlow.Value = tracer;

    private static void Change(Func<FunctionTracer[], FunctionTracer[]> change)
    {
        lock (Gate)
        {
            var live = change(_live);
            Volatile.Write(ref _live, live);
            _only = live is [var one] ? one : null;
        }
    }
}
