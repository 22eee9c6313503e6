using System.Runtime.CompilerServices;
using MoniGo.Tracing;

namespace MoniGo.Benchmarks;

/// <summary>The ways to trace a call, each around the same small work.</summary>
internal sealed class TracedCalls(FunctionTracer tracer)
{
    /// <summary>Name of the function that is called by name.</summary>
    public const string Function = "work";

    private static long _work;

    private readonly IMoniGoTracer _tracer = tracer;
    private readonly TracedFunction _function = tracer.GetFunction("handle");

    /// <summary>The work itself: about one nanosecond, and not to be inlined away.</summary>
    public static Action Work { get; } = DoWork;

    public static Contender BareAwait { get; } = new("bare_await", static count => Wait(RepeatBareAsync(count)));

    public Contender ByName => new("trace_call", count =>
    {
        for (var i = 0; i < count; i++)
            _tracer.Trace(Function, Work);
    });

    public Contender ByHandle => new("trace_call_handle", count =>
    {
        for (var i = 0; i < count; i++)
            _function.Trace(Work);
    });

    public Contender WithState => new("trace_call_state", count =>
    {
        for (var i = 0; i < count; i++)
            _tracer.Trace(Function, i, static _ => DoWork());
    });

    public Contender AtOnce => new("trace_call_value_task", count =>
    {
        for (var i = 0; i < count; i++)
            Consume(_tracer.TraceAsync(Function, static () => DoWorkAsync()));
    });

    public Contender Scope => new("trace_call_scope", count =>
    {
        for (var i = 0; i < count; i++)
        {
            using var scope = _tracer.Start(Function);
            DoWork();
        }
    });

    /// <summary>Two levels, so that each call has a caller or a callee whose time is kept apart.</summary>
    public Contender Nested => new("trace_call_nested", count =>
    {
        for (var i = 0; i < count; i += 2)
            _tracer.Trace("outer", _tracer, static tracer => tracer.Trace(Function, Work));
    });

    public Contender Await => new("trace_call_await", count => Wait(RepeatTracedAsync(count)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void DoWork() => _work++;

    private static ValueTask DoWorkAsync()
    {
        DoWork();
        return ValueTask.CompletedTask;
    }

    private static void Consume(ValueTask task) => task.GetAwaiter().GetResult();

    private static async Task RepeatBareAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await SuspendAsync();
    }

    private async Task RepeatTracedAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await _tracer.TraceAsync(Function, static () => SuspendAsync());
    }

    private static async Task SuspendAsync()
    {
        await Task.Yield();
        DoWork();
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
