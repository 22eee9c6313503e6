using System.Runtime.CompilerServices;
using MoniGo.Tracing;
using MoniGo.Weaving;

namespace MoniGo.Tests;

public sealed class FunctionTracerThreadTests
{
    [Fact]
    public async Task Trace_EightThreadsThatDie_CountsEveryCallWhileTicksGoOn()
    {
        const int Threads = 8, Generations = 5, Calls = 2_000;
        using var tracer = new FunctionTracer();
        using var stop = new CancellationTokenSource();
        var ticks = TickUntil(tracer, stop.Token);

        for (var generation = 0; generation < Generations; generation++)
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => OnNewThread.Run(() => CallMany(tracer, Calls))));

        await stop.CancelAsync();
        await ticks;
        var reading = TracerReading.Of(tracer);
        Assert.Equal(Threads * Generations * Calls, reading.Calls("even") + reading.Calls("odd"));
        Assert.Equal(reading.Calls("even"), reading.Calls("odd"));
        Assert.Equal(0, reading.Active("even"));
        Assert.Equal(Threads * Generations * Calls / 4, reading.Errors<FormatException>("odd"));
    }

    // Readings must only ever rise, and no call may be seen to end before it began.
    private static async Task TickUntil(FunctionTracer tracer, CancellationToken stop)
    {
        await Task.Yield();
        long calls = 0;
        while (!stop.IsCancellationRequested)
        {
            var reading = TracerReading.Of(tracer);
            Assert.True(reading.Calls("even") >= calls);
            Assert.True(reading.Active("even") is null or (>= 0 and <= 8));
            calls = reading.Calls("even");
        }
    }

    private static void CallMany(FunctionTracer tracer, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                tracer.Trace(i % 2 == 0 ? "even" : "odd", i, static i => { if (i % 4 == 1) throw new FormatException(); });
            }
            catch (FormatException)
            {
                // Counted by the tracer; that is what is looked at.
            }
        }
    }

    [Fact]
    public async Task Scope_EndsOnAnotherThread_IsCountedOnceAndNoLongerRunning()
    {
        using var tracer = new FunctionTracer();
        var scope = tracer.Start("f");
        Assert.Equal(1, TracerReading.Of(tracer).Active("f"));

        await OnNewThread.Run(scope.Dispose);

        Assert.Equal(0, TracerReading.Of(tracer).Active("f"));
        Assert.Equal(1, TracerReading.Of(tracer).Calls("f"));
    }

    [Fact]
    public async Task Scope_BegunOnAThreadThatDied_StillRuns()
    {
        using var tracer = new FunctionTracer();
        TraceScope scope = default;
        await OnNewThread.Run(() => scope = tracer.Start("f"));
        Assert.Equal(1, TracerReading.Of(tracer).Active("f"));
        Assert.Equal(1, TracerReading.Of(tracer).Active("f"));

        scope.Dispose();

        Assert.Equal(0, TracerReading.Of(tracer).Active("f"));
    }

    [Theory]
    [InlineData("call")]
    [InlineData("suspended call")]
    [InlineData("woven call")]
    public async Task Dispose_ThreadStillLives_NothingHoldsTheTracer(string way)
    {
        var tracer = await TraceAndForgetAsync(way);

        for (var i = 0; i < 10 && tracer.IsAlive; i++)
            GC.Collect();

        Assert.False(tracer.IsAlive);
    }

    private static readonly WovenFunction Woven = new("woven");

    private static async Task<WeakReference> TraceAndForgetAsync(string way)
    {
        await Task.Yield();
        return TraceAndForget(way);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TraceAndForget(string way)
    {
        var tracer = new FunctionTracer();
        using var other = new FunctionTracer();
        if (way == "call")
            tracer.Trace("f", () => { });
        else if (way == "suspended call")
            tracer.Start("f").Dispose();
        else
            ExecutionContext.Run(ExecutionContext.Capture()!, _ => CallWoven(tracer), null);

        tracer.Dispose();
        return new(tracer);
    }

    private static void CallWoven(FunctionTracer tracer)
    {
        AmbientTracer.EnterForGood(tracer);
        Woven.Begin().End();
        Assert.Equal(1, TracerReading.Of(tracer).Calls("woven"));
    }
}
