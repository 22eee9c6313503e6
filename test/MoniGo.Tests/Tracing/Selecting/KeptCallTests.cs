using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class KeptCallTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly KeptCalls _kept = new();
    private readonly FunctionTracer _tracer;

    public KeptCallTests() => _tracer = new FunctionTracer(_clock)
    {
        Keeper = _kept,
        Settings = new TraceSettings { SamplingRate = 0, SlowThreshold = TimeSpan.FromMilliseconds(100) },
    };

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void Slow_AtTheThreshold_IsKeptWithWhatIsKnown()
    {
        using var request = new Activity("request").Start();
        Call("f", 99);
        _tracer.Trace("caller", () => Call("f", 100));

        var call = _kept.Of("f").Single();
        Assert.Equal(KeepReason.Slow, call.Reason);
        Assert.Equal(100_000_000, call.End - call.Start);
        Assert.Equal(100_000_000, call.Self);
        Assert.Equal("caller", call.Caller);
        Assert.Equal(request.TraceId.ToHexString(), call.TraceId);
        Assert.Equal(request.SpanId.ToHexString(), call.ParentId);
        Assert.NotNull(call.Allocated);
        Assert.Null(call.Exception);
    }

    [Fact]
    public async Task Slow_CallThatSuspended_IsKeptWithoutOwnTime()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = _tracer.Trace("caller", () => new Pending(_tracer.TraceAsync("f", () => gate.Task)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        gate.SetResult();
        await task.Task;

        var call = _kept.Of("f").Single();
        Assert.Equal("caller", call.Caller);
        Assert.Null(call.Self);
        Assert.Null(call.Allocated);
        Assert.Equal(32, call.TraceId.Length);
        Assert.Equal(16, call.SpanId.Length);
    }

    [Fact]
    public void Slow_WithinATick_OnlyEverSlowerOnesAreKept()
    {
        foreach (var milliseconds in (int[])[100, 100, 300, 200, 300, 400])
            Call("f", milliseconds);

        Assert.Equal([100, 300, 400], Milliseconds());
        TracerReading.Of(_tracer);
        Call("f", 150);
        Assert.Equal([100, 300, 400, 150], Milliseconds());
        Assert.Equal(4, TracerReading.Of(_tracer).Kept("f", "slow"));
    }

    [Fact]
    public void Slow_EverSlower_IsHeldByTheAllowanceOfATick()
    {
        for (var i = 0; i < 100; i++)
            Call("f", 100 + i);

        Assert.Equal(8, _kept.All.Count);
    }

    [Fact]
    public void Slow_WithoutAThreshold_IsBeyondTheFunctionsOwnPercentile()
    {
        _tracer.Settings = new TraceSettings { SamplingRate = 0 };
        for (var i = 0; i < 99; i++)
            Call("f", 10);

        TracerReading.Of(_tracer);
        Call("f", 10_000);
        Assert.Empty(_kept.All);

        for (var i = 0; i < 100; i++)
            Call("f", 10);

        TracerReading.Of(_tracer);
        Call("f", 10);
        Call("f", 12);
        Assert.Equal([12], Milliseconds());
    }

    [Fact]
    public void Slow_BelowTheFloor_IsNot()
    {
        _tracer.Settings = new TraceSettings { SamplingRate = 0, SlowFloor = TimeSpan.FromMilliseconds(50) };
        for (var i = 0; i < 200; i++)
            Call("f", 1);

        TracerReading.Of(_tracer);
        Call("f", 49);
        Call("f", 50);
        Assert.Equal([50], Milliseconds());
    }

    [Fact]
    public void Failed_IsKeptWithItsExceptionAFewATick()
    {
        for (var i = 0; i < 100; i++)
            Assert.Throws<FormatException>(() => _tracer.Trace("f", void () => throw new FormatException("sour")));

        Assert.Equal(8, _kept.All.Count);
        Assert.All(_kept.All, call => Assert.Equal(KeepReason.Failed, call.Reason));
        Assert.All(_kept.All, call => Assert.IsType<FormatException>(call.Exception));
        Assert.Equal(100, _kept.Observed.Count);
        Assert.Equal(100, TracerReading.Of(_tracer).Errors<FormatException>("f"));
    }

    [Fact]
    public async Task Failed_Scope_And_suspended_call_are_kept_too()
    {
        using (var scope = _tracer.Start("scope"))
            scope.Fail(new FormatException());

        await Assert.ThrowsAsync<FormatException>(() => _tracer.TraceAsync("task", async () =>
        {
            await Task.Yield();
            throw new FormatException();
        }));

        Assert.Equal(["scope", "task"], _kept.All.Select(call => call.Function.Name));
        Assert.Equal(["scope", "task"], _kept.Observed.Select(observed => observed.Function));
    }

    [Fact]
    public void Exemplars_AreTheLatestKeptCallOfEachBucket()
    {
        foreach (var milliseconds in (int[])[100, 200, 400])
            Call("f", milliseconds);

        TracerReading.Of(_tracer);
        Call("f", 100);
        var reading = TracerReading.Of(_tracer);

        Assert.Equal([0.1, 0.2, 0.4], reading.Exemplars("f").Select(exemplar => Math.Round(exemplar.Value, 9)));
        Assert.Equal(_kept.All[^1].SpanId, reading.Exemplars("f")[0].SpanId);
        Assert.Equal(_clock.GetUtcNow(), reading.Exemplars("f")[0].Time);
    }

    [Fact]
    public void Exemplars_OfManyBuckets_AreTheLatest()
    {
        for (var i = 0; i < 20; i++)
        {
            Call("f", 100 << (i % 12));
            TracerReading.Of(_tracer);
        }

        var told = TracerReading.Of(_tracer).Exemplars("f");
        Assert.Equal(CallExemplars.MaxCount, told.Count);
        Assert.Equal(told.OrderBy(exemplar => exemplar.Value), told);
    }

    [Fact]
    public void RecordEnded_AndJudge_CountAndKeepWhatOthersTimed()
    {
        var function = _tracer.Functions.Find("f");
        var start = _clock.GetTimestamp();
        function.RecordEnded(start, start + 200_000_000, "System.FormatException");
        function.RecordEnded(start, start + 50_000_000, errorType: null);

        Assert.Equal(KeepReason.Failed, function.Judge(200_000_000, failed: true));
        Assert.Equal(KeepReason.Slow, function.Judge(200_000_000, failed: false));
        Assert.Equal(KeepReason.None, function.Judge(50_000_000, failed: false));
        var reading = TracerReading.Of(_tracer);
        Assert.Equal(2, reading.Calls("f"));
        Assert.Equal(0, reading.Active("f"));
        Assert.Equal(0.25, reading.Duration("f").Sum, 9);
        Assert.Equal(1, reading.Errors<FormatException>("f"));
        Assert.Equal(0, reading.Value(FunctionInstruments.AttributedDuration, "f"));
        Assert.Equal((1, 1), (reading.Kept("f", "failed"), reading.Kept("f", "slow")));
    }

    private void Call(string name, int milliseconds) => _tracer.Trace(name, () => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds)));

    private IEnumerable<long> Milliseconds() => _kept.All.Select(call => (call.End - call.Start) / 1_000_000);

    // A task as a plain value, so that Trace takes the call for a synchronous one.
    private sealed record Pending(Task Task);
}
