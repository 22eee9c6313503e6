using System.Diagnostics;
using System.Diagnostics.Metrics;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class TracedAllocationTests : IDisposable
{
    private static readonly Action Nothing = static () => { };
    private static readonly Func<int> Seven = static () => 7;
    private static readonly Func<Task> Done = static () => Task.CompletedTask;
    private static readonly Func<ValueTask<int>> SevenAtOnce = static () => new(7);

    private readonly Meter _meter = new("MoniGo");
    private readonly ActivitySource _source = new("MoniGo");
    private readonly FunctionTracer _tracer;

    public TracedAllocationTests() => _tracer = new FunctionTracer(meter: _meter, source: _source);

    public void Dispose()
    {
        _tracer.Dispose();
        _source.Dispose();
        _meter.Dispose();
    }

    public static TheoryData<string, Action<IMoniGoTracer>> Ways => new()
    {
        { "action", static tracer => tracer.Trace("f", Nothing) },
        { "function", static tracer => tracer.Trace("f", Seven) },
        { "action with state", static tracer => tracer.Trace("f", tracer, static _ => { }) },
        { "function with state", static tracer => tracer.Trace("f", 7, static x => x) },
        { "value task", static tracer => AssertDone(tracer.TraceAsync("f", static () => ValueTask.CompletedTask)) },
        { "value task of result", static tracer => AssertDone(tracer.TraceAsync("f", SevenAtOnce)) },
        { "value task with state", static tracer => AssertDone(tracer.TraceAsync("f", 7, static x => new ValueTask<int>(x))) },
        { "task", static tracer => Assert.True(tracer.TraceAsync("f", Done).IsCompleted) },
        { "scope", static tracer => tracer.Start("f").Dispose() },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Trace_AfterTheFirstCall_AllocatesNothing(string way, Action<IMoniGoTracer> call)
    {
        Warm(call);

        Assert.True(BytesOf(call) == 0, way);
        _tracer.IsEnabled = false;
        Assert.True(BytesOf(call) == 0, way + ", off");
    }

    [Fact]
    public void Trace_WithAClosure_IsSeenToAllocate()
    {
        var captured = 0;
        void Call(IMoniGoTracer tracer) => tracer.Trace("f", () => { captured++; });
        Warm(Call);

        Assert.NotEqual(0, BytesOf(Call));
    }

    private static void AssertDone(ValueTask task) => Assert.True(task.IsCompletedSuccessfully);

    private static void AssertDone(ValueTask<int> task) => Assert.True(task.IsCompletedSuccessfully);

    // Lets every bucket that noise may reach exist, so that growth of the window is not taken for a cost per call.
    private void Warm(Action<IMoniGoTracer> call)
    {
        for (var i = 0; i < 1_000; i++)
            call(_tracer);

        var cell = _tracer.Functions.Find("f").CellIn(ThreadSlab.Of(_tracer));
        for (var ticks = 1L; ticks < Stopwatch.Frequency * 100; ticks *= 2)
            cell.TryEnd(ticks, 0, 0, 0, _tracer.Clock.SecondsPerTick);
    }

    private long BytesOf(Action<IMoniGoTracer> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            call(_tracer);

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
