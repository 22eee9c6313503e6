using System.Diagnostics;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class SamplingTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly KeptCalls _kept = new();
    private readonly FunctionTracer _tracer;

    public SamplingTests() => _tracer = new FunctionTracer(_clock) { Keeper = _kept };

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void Rate_OneInTen_KeepsEveryTenthCall()
    {
        _tracer.SetSamplingRate(10);
        var sampled = new List<int>();
        for (var i = 1; i <= 45; i++)
        {
            Call("f");
            if (_kept.All.Count > sampled.Count)
                sampled.Add(i);
        }

        Assert.Equal([10, 20, 30, 40], sampled);
        Assert.All(_kept.All, call => Assert.Equal(KeepReason.Sampled, call.Reason));
        Assert.Equal(4, TracerReading.Of(_tracer).Kept("f", "sampled"));
        Assert.Equal(45, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void Rate_OfOneFunction_LeavesTheOthersAlone()
    {
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("chosen", 1);
        Call("chosen", "other");

        Assert.Equal(["chosen"], _kept.All.Select(call => call.Function.Name));

        _tracer.SetSamplingRate(0);
        Call("chosen", "other");
        Assert.Single(_kept.All);
    }

    [Fact]
    public void Settings_SameRateAgain_LeaveAFunctionsOwn()
    {
        _tracer.SetSamplingRate("f", 1);
        _tracer.Settings = _tracer.Settings with { SlowFloor = TimeSpan.FromHours(1) };
        Call("f");
        Assert.Single(_kept.All);

        _tracer.Settings = _tracer.Settings with { SamplingRate = 7 };
        Call("f", "f");
        Assert.Single(_kept.All);
    }

    [Fact]
    public void Rate_ChangedWhileCalling_TakesEffectWithTheNextCall()
    {
        _tracer.SetSamplingRate(1_000_000);
        Call("f");
        _tracer.SetSamplingRate(2);
        Call("f", "f", "f", "f");
        Assert.Equal(2, _kept.All.Count);

        _tracer.SetSamplingRate(0);
        for (var i = 0; i < 10; i++)
            Call("f");

        Assert.Equal(2, _kept.All.Count);
        Assert.Equal(15, TracerReading.Of(_tracer).Calls("f"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    public void SetSamplingRate_OutOfRange_Throws(int rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _tracer.SetSamplingRate(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => _tracer.SetSamplingRate("f", rate));
    }

    [Fact]
    public void Rate_EveryCallOfAHotFunction_IsHeldByTheAllowanceOfATick()
    {
        _tracer.SetSamplingRate(1);
        for (var i = 0; i < 1_000; i++)
            Call("f");

        Assert.Equal(20, _kept.All.Count);
        TracerReading.Of(_tracer);
        Call("f");
        Assert.Equal(21, _kept.All.Count);
    }

    [Fact]
    public void Rate_NobodyTakesKeptCalls_NothingIsLookedAt()
    {
        _tracer.Keeper = null;
        _tracer.SetSamplingRate(1);

        _tracer.Trace("f", () => Assert.Null(CallFrame.Current));

        Assert.Null(TracerReading.Of(_tracer).Kept("f", "sampled"));
    }

    [Fact]
    public async Task Rate_ManyThreadsWithFewCallsEach_ComesNearOneInN()
    {
        _tracer.SetSamplingRate(100);
        for (var thread = 0; thread < 200; thread++)
        {
            await OnNewThread.Run(() => Call("f", "f", "f", "f", "f"));
            if (thread % 50 == 0)
                TracerReading.Of(_tracer);
        }

        Assert.InRange(_kept.All.Count, 7, 13);
    }

    [Fact]
    public async Task Sampled_call_takes_the_calls_in_its_flow_along_as_its_children()
    {
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("root", 1);
        await _tracer.TraceAsync("root", async () =>
        {
            Call("a");
            await Task.Yield();
            await _tracer.TraceAsync("b", async () =>
            {
                await Task.Yield();
                Call("c");
            });
            using (_tracer.Start("scope"))
                Call("d");
        });
        Call("after");

        var calls = _kept.All.ToDictionary(call => call.Function.Name, StringComparer.Ordinal);
        Assert.Equal(["a", "b", "c", "d", "root", "scope"], calls.Keys.Order(StringComparer.Ordinal));
        Assert.Single(calls.Values.Select(call => call.TraceId).Distinct(StringComparer.Ordinal));
        Assert.Null(calls["root"].ParentId);
        Assert.Equal(KeepReason.Sampled, calls["root"].Reason);
        foreach (var (child, parent) in (ReadOnlySpan<(string, string)>)[("a", "root"), ("b", "root"), ("c", "b"), ("scope", "root"), ("d", "scope")])
        {
            Assert.Equal(KeepReason.Child, calls[child].Reason);
            Assert.Equal(calls[parent].SpanId, calls[child].ParentId);
            Assert.Equal(parent, calls[child].Caller);
        }
    }

    [Fact]
    public void Sampled_MoreCallsThanItTakes_KeepsTheFirstAndCountsAll()
    {
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("root", 1);
        _tracer.Trace("root", () =>
        {
            for (var i = 0; i < CallFrame.MaxChildren + 50; i++)
                Call("child");

            Assert.False(_tracer.LiveFrames.Any);
        });

        Assert.Equal(CallFrame.MaxChildren, _kept.Of("child").Count);
        Assert.Equal(CallFrame.MaxChildren + 50, TracerReading.Of(_tracer).Calls("child"));
        Assert.False(_tracer.LiveFrames.Any);
    }

    [Fact]
    public async Task Sampled_RunsForLongBesideOthers_CallsWithinItAreSampledAsAnywhere()
    {
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("root", 1);
        _tracer.SetSamplingRate("late", 1);
        using (_tracer.Start("root"))
        {
            _clock.Advance(LiveFrames.Longest);
            TracerReading.Of(_tracer);
            Task other;
            using (ExecutionContext.SuppressFlow())
                other = OnNewThread.Run(() => _tracer.Start("root"));

            await other;
            Assert.True(_tracer.LiveFrames.Any);
            Call("late");
        }

        Assert.Equal(["late", "root"], _kept.All.Select(call => call.Function.Name));
    }

    [Fact]
    public void Sampled_RunsForLong_TakesNoMoreCallsAlong()
    {
        _tracer.SetSamplingRate(0);
        _tracer.SetSamplingRate("root", 1);
        using (_tracer.Start("root"))
        {
            Call("early");
            _clock.Advance(LiveFrames.Longest);
            TracerReading.Of(_tracer);
            Assert.False(_tracer.LiveFrames.Any);
            Call("late");
        }

        Assert.Equal(["early", "root"], _kept.All.Select(call => call.Function.Name));
        Assert.Null(_kept.Of("root").Single().Self);
    }

    [Fact]
    public async Task Sampled_FrameIsNotLeftToTheCaller()
    {
        _tracer.SetSamplingRate(1);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CallFrame? inside = null, afterAwait = null;

        var suspended = _tracer.TraceAsync("f", async () =>
        {
            inside = CallFrame.Current;
            await gate.Task;
            afterAwait = CallFrame.Current;
        });
        Assert.Null(CallFrame.Current);
        _tracer.Trace("g", () => { });
        Assert.Null(CallFrame.Current);
        Assert.Throws<FormatException>(() => { _ = _tracer.TraceAsync("h", Task () => throw new FormatException()); });
        Assert.Null(CallFrame.Current);
        gate.SetResult();
        await suspended;

        Assert.Null(CallFrame.Current);
        Assert.Equal("f", inside!.Function.Name);
        Assert.Same(inside, afterAwait);
        Assert.Null(_kept.Of("g").Single().ParentId);
        Assert.False(_tracer.LiveFrames.Any);
    }

    [Fact]
    public void Sampled_WithinAnActivityOfTheHost_IsPartOfItsTrace()
    {
        _tracer.SetSamplingRate(1);
        using var request = new Activity("request").Start();
        _tracer.Trace("f", () =>
        {
            using var step = new Activity("step").Start();
            _tracer.Trace("g", () => { });
        });

        var (f, g) = (_kept.Of("f").Single(), _kept.Of("g").Single());
        Assert.Equal(request.TraceId.ToHexString(), f.TraceId);
        Assert.Equal(request.SpanId.ToHexString(), f.ParentId);
        Assert.Equal(request.TraceId.ToHexString(), g.TraceId);
        Assert.NotEqual(f.SpanId, g.ParentId);
    }

    [Fact]
    public void Sampled_ByOneTracer_IsNoParentForTheCallsOfAnother()
    {
        var others = new KeptCalls();
        using var other = new FunctionTracer(_clock) { Keeper = others };
        _tracer.SetSamplingRate(1);
        other.SetSamplingRate(1);

        _tracer.Trace("f", () => other.Trace("g", () => { }));

        Assert.Equal(KeepReason.Sampled, Assert.Single(others.All).Reason);
        Assert.Equal("f", Assert.Single(_kept.All).Function.Name);
    }

    private void Call(params string[] names)
    {
        foreach (var name in names)
            _tracer.Trace(name, () => { });
    }
}
