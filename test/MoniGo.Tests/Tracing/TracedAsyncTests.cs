using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class TracedAsyncTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly FunctionTracer _tracer;

    public TracedAsyncTests() => _tracer = new FunctionTracer(_clock);

    public void Dispose() => _tracer.Dispose();

    public static TheoryData<string, Func<IMoniGoTracer, Task, Task>> Ways => new()
    {
        { "task", (tracer, gate) => tracer.TraceAsync("f", () => gate) },
        { "task with state", (tracer, gate) => tracer.TraceAsync("f", gate, static gate => gate) },
        { "task of result", (tracer, gate) => tracer.TraceAsync("f", async () => { await gate; return 1; }) },
        { "task of result with state", (tracer, gate) => tracer.TraceAsync("f", gate, static async gate => { await gate; return 1; }) },
        { "value task", (tracer, gate) => tracer.TraceAsync("f", () => new ValueTask(gate)).AsTask() },
        { "value task with state", (tracer, gate) => tracer.TraceAsync("f", gate, static gate => new ValueTask(gate)).AsTask() },
        { "value task of result", (tracer, gate) => tracer.TraceAsync("f", () => One(gate)).AsTask() },
        { "value task of result with state", (tracer, gate) => tracer.TraceAsync("f", gate, One).AsTask() },
        { "scope", async (tracer, gate) => { using var scope = tracer.Start("f"); await gate; } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TraceAsync_CallSuspends_RunsUntilItsEnd(string way, Func<IMoniGoTracer, Task, Task> call)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = call(_tracer, gate.Task);

        Assert.True(TracerReading.Of(_tracer).Active("f") == 1, way);
        Assert.Equal(0, TracerReading.Of(_tracer).Calls("f"));

        _clock.Advance(TimeSpan.FromSeconds(2));
        await OnNewThread.Run(gate.SetResult);
        await task;

        var reading = TracerReading.Of(_tracer);
        Assert.Equal(0, reading.Active("f"));
        Assert.Equal(1, reading.Calls("f"));
        Assert.Equal(2, reading.Duration("f").Sum, 6);
        Assert.Equal(0, reading.Value(FunctionInstruments.Allocated, "f"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task TraceAsync_CallCompletesAtOnce_IsRecordedWhenItReturns(string way, Func<IMoniGoTracer, Task, Task> call)
    {
        var task = call(_tracer, Task.CompletedTask);

        Assert.True(TracerReading.Of(_tracer).Calls("f") == 1, way);
        await task;
    }

    [Fact]
    public void TraceAsync_TaskCompletesAtOnce_IsHandedOnAsItIs()
    {
        var task = Task.FromResult("own");

        Assert.Same(task, _tracer.TraceAsync("f", () => task));
    }

    [Fact]
    public async Task TraceAsync_AsyncLambda_IsTakenForATask()
    {
        Task<int> task = _tracer.TraceAsync("f", async () =>
        {
            await Task.Yield();
            return 5;
        });

        Assert.Equal(5, await task);
    }

    private static async ValueTask<int> One(Task gate)
    {
        await gate;
        return 1;
    }
}
