using System.Runtime.CompilerServices;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class CallFrameTests : IDisposable
{
    private readonly KeptCalls _kept = new();
    private readonly FunctionTracer _tracer;

    public CallFrameTests()
    {
        _tracer = new FunctionTracer { Keeper = _kept };
        _tracer.SetSamplingRate(1);
    }

    public void Dispose() => _tracer.Dispose();

    // Work that plans its own next round, as a timer that is set anew does: each round begins in the flow of the one before.
    [Fact]
    public async Task Rounds_EachPlannedByTheOneBefore_DoNotHoldEachOther()
    {
        var (first, flow) = (new WeakReference(null), new ExecutionContext[1]);
        await OnNewThread.Run(() => Rounds(first, flow)); // whose stack is gone when the garbage is looked for

        for (var i = 0; i < 10 && first.IsAlive; i++)
            GC.Collect();

        Assert.False(first.IsAlive);
        Assert.Equal(4, _kept.Of("round").Count);
        GC.KeepAlive(flow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rounds(WeakReference first, ExecutionContext[] flow)
    {
        flow[0] = ExecutionContext.Capture()!;
        for (var i = 0; i < 4; i++)
        {
            ExecutionContext.Run(flow[0], _ => _tracer.Trace("round", () =>
            {
                first.Target ??= CallFrame.Current;
                flow[0] = ExecutionContext.Capture()!;
            }), null);
        }
    }
}
