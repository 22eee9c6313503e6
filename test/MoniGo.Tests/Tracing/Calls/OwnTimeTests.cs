using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class OwnTimeTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly KeptCalls _kept = new();
    private readonly FunctionTracer _tracer;

    public OwnTimeTests() => _tracer = new FunctionTracer(_clock) { Keeper = _kept };

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void Trace_NestedCalls_OwnTimeLeavesOutWhatTheyTook()
    {
        _tracer.Trace("outer", () =>
        {
            Work(10);
            _tracer.Trace("inner", () => Work(3));
            _tracer.Trace("inner", () =>
            {
                Work(4);
                _tracer.Trace("innermost", () => Work(50));
            });
        });

        Assert.Equal((10, 67), Times("outer"));
        Assert.Equal((7, 57), Times("inner"));
        Assert.Equal((50, 50), Times("innermost"));
    }

    [Fact]
    public void Trace_Recursion_CountsOwnTimeOnce()
    {
        Recurse(5);

        Assert.Equal((5, 15), Times("f"));

        void Recurse(int depth) => _tracer.Trace("f", () =>
        {
            Work(1);
            if (depth > 1)
                Recurse(depth - 1);
        });
    }

    [Fact]
    public void Trace_DeeperThanTheStack_OwnTimeIsUnknownOnlyThere()
    {
        Descend(0);
        Descend(0);

        Assert.Equal((1, CallStack.MaxDepth + 5), Times("f0", calls: 2));
        Assert.Equal((1, 6), Times($"f{CallStack.MaxDepth - 1}", calls: 2));
        Assert.Equal((0, 0), Times($"f{CallStack.MaxDepth}", calls: 2));
        Assert.Equal(2, TracerReading.Of(_tracer).Calls($"f{CallStack.MaxDepth + 4}"));

        void Descend(int depth) => _tracer.Trace($"f{depth}", () =>
        {
            Work(1);
            if (depth < CallStack.MaxDepth + 4)
                Descend(depth + 1);
        });
    }

    [Fact]
    public async Task TraceAsync_CallSuspends_CallerLosesTheFirstPartAndOwnTimeIsUnknown()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? task = null;

        _tracer.Trace("caller", () =>
        {
            Work(1);
            task = _tracer.TraceAsync("f", async () =>
            {
                Work(5);
                await gate.Task;
            });
            Work(2);
        });
        Work(100);
        gate.SetResult();
        await task!;

        Assert.Equal((3, 8), Times("caller"));
        Assert.Equal((0, 0), Times("f"));
    }

    [Fact]
    public void TraceAsync_CompletesAtOnce_KnowsItsOwnTime()
    {
        var task = _tracer.TraceAsync("f", () =>
        {
            Work(2);
            _tracer.Trace("inner", () => Work(7));
            return ValueTask.CompletedTask;
        });

        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal((2, 9), Times("f"));
    }

    [Fact]
    public async Task TraceAsync_SampledAcrossAwaits_KnowsItsOwnTime()
    {
        _tracer.SetSamplingRate("f", 1);

        await _tracer.TraceAsync("f", async () =>
        {
            Work(1);
            await Task.Yield();
            _tracer.Trace("synchronous", () => Work(20));
            await _tracer.TraceAsync("asynchronous", async () =>
            {
                await Task.Yield();
                Work(300);
            });
            Work(2);
        });

        Assert.Equal((3, 323), Times("f"));
        Assert.Equal((300, 300), Times("asynchronous"));
        Assert.Equal(3_000_000, _kept.Of("f").Single().Self);
    }

    [Fact]
    public async Task TraceAsync_SampledCallsThatRunAtOnce_TakeNoMoreThanTheirCallersTime()
    {
        _tracer.SetSamplingRate("f", 1);
        await _tracer.TraceAsync("f", async () =>
        {
            await Task.Yield();
            Work(10);
        });

        await _tracer.TraceAsync("f", async () =>
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var both = Task.WhenAll(_tracer.TraceAsync("one", () => gate.Task), _tracer.TraceAsync("other", () => gate.Task));
            Work(20);
            gate.SetResult();
            await both;
        });

        Assert.Equal((10, 30), Times("f"));
    }

    // As it is when the calls within end before anybody waits for them.
    [Fact]
    public async Task TraceAsync_SampledCallThatEndsAtOnce_KnowsTheCallsThatEndedOnOtherThreads()
    {
        _tracer.SetSamplingRate("f", 1);
        await _tracer.TraceAsync("f", () =>
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var within = _tracer.TraceAsync("one", () => gate.Task);
            Work(20);
            gate.SetResult();
            ((IAsyncResult)within).AsyncWaitHandle.WaitOne();
            Work(5);
            return Task.CompletedTask;
        });

        Assert.Equal((5, 25), Times("f"));
    }

    [Fact]
    public void Trace_CallThrows_TheStackIsWholeAgain()
    {
        _tracer.Trace("outer", () =>
        {
            Assert.Throws<FormatException>(() => _tracer.Trace("f", void () =>
            {
                Work(5);
                throw new FormatException();
            }));
            Work(2);
        });

        Assert.Equal((2, 7), Times("outer"));
        Assert.Equal((5, 5), Times("f"));
    }

    // An exception filter ends the outer call before the inner one is unwound.
    [Fact]
    public void TraceAsync_ThrowsAtOnceThroughNestedCalls_TheStackIsWholeAgain()
    {
        _tracer.Trace("outer", () =>
        {
            Assert.Throws<FormatException>(() =>
            {
                _ = _tracer.TraceAsync("task", Task () =>
                {
                    _tracer.Trace("inner", void () => throw new FormatException());
                    return Task.CompletedTask;
                });
            });
            _tracer.Trace("after", () => Work(3));
            Work(2);
        });

        Assert.Equal((2, 5), Times("outer"));
        Assert.Equal((3, 3), Times("after"));
        Assert.Empty(new ActiveCalls(_tracer, _clock).List(10));
    }

    [Fact]
    public void Scope_CountsNoOwnTimeAndLeavesItsCallersAlone()
    {
        _tracer.Trace("outer", () =>
        {
            using var scope = _tracer.Start("f");
            Work(4);
        });

        Assert.Equal((4, 4), Times("outer"));
        Assert.Equal((0, 0), Times("f"));
    }

    private void Work(int milliseconds) => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Milliseconds of own and of attributed time, per call.</summary>
    private (double Self, double Attributed) Times(string function, int calls = 1)
    {
        var reading = TracerReading.Of(_tracer);
        return (PerCall(FunctionInstruments.SelfDuration), PerCall(FunctionInstruments.AttributedDuration));

        double PerCall(InstrumentInfo instrument) => Math.Round(reading.Value(instrument, function)!.Value * 1000 / calls, 3);
    }
}
