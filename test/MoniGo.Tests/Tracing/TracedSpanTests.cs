using System.Diagnostics;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>What a foreign listener, such as the OpenTelemetry SDK, sees of traced calls, and what the caller's flow is left with.</summary>
public sealed class TracedSpanTests : IDisposable
{
    private readonly ActivitySource _source = new("MoniGo");
    private readonly List<Activity> _stopped = [];
    private readonly ActivityListener _listener;
    private readonly KeptCalls _kept = new();
    private readonly FunctionTracer _tracer;

    public TracedSpanTests()
    {
        _tracer = new FunctionTracer(source: _source) { Keeper = _kept };
        _tracer.SetSamplingRate(1);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _stopped.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _tracer.Dispose();
        _source.Dispose();
    }

    public static TheoryData<string, Func<IMoniGoTracer, Func<Task>, Task>> Ways => new()
    {
        { "task", (tracer, call) => tracer.TraceAsync("f", call) },
        { "task of result", (tracer, call) => tracer.TraceAsync("f", async () => { await call(); return 1; }) },
        { "value task", (tracer, call) => tracer.TraceAsync("f", () => new ValueTask(call())).AsTask() },
        { "value task of result", (tracer, call) => tracer.TraceAsync("f", async ValueTask<int> () => { await call(); return 1; }).AsTask() },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Call_Suspends_CallerHasItsOwnActivityAtOnceAndTheCallItsOwnAcrossAwaits(
        string way, Func<IMoniGoTracer, Func<Task>, Task> trace)
    {
        using var host = new Activity("host").Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Activity? before = null, after = null;

        var task = trace(_tracer, async () =>
        {
            before = Activity.Current;
            await gate.Task;
            after = Activity.Current;
        });
        Assert.Same(host, Activity.Current);
        Assert.Empty(_stopped);
        gate.SetResult();
        await task;

        Assert.Same(host, Activity.Current);
        var span = Assert.Single(_stopped);
        Assert.Same(span, before);
        Assert.True(after == span, way);
        Assert.Equal(host.SpanId, span.ParentSpanId);
        Assert.Equal(span.SpanId.ToHexString(), Assert.Single(_kept.All).SpanId);
        Assert.Equal(host.SpanId.ToHexString(), _kept.All[0].ParentId);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Call_CompletesAtOnce_CallerHasItsOwnActivity(string way, Func<IMoniGoTracer, Func<Task>, Task> trace)
    {
        using var host = new Activity("host").Start();

        var task = trace(_tracer, () => Task.CompletedTask);

        Assert.Same(host, Activity.Current);
        Assert.True(_stopped.Count == 1, way);
        await task;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Call_Throws_CallerHasItsOwnActivityAndTheSpanItsException(string way, Func<IMoniGoTracer, Func<Task>, Task> trace)
    {
        using var host = new Activity("host").Start();

        await Assert.ThrowsAsync<FormatException>(() => trace(_tracer, () => throw new FormatException("sour")));

        Assert.Same(host, Activity.Current);
        Assert.True(_stopped.Count == 1, way);
        AssertFailed(_stopped[0]);
    }

    [Fact]
    public void Calls_ThrowAtOnceThroughEachOther_CallerHasItsOwnActivity()
    {
        using var host = new Activity("host").Start();

        Assert.Throws<FormatException>(() =>
        {
            _ = _tracer.TraceAsync("task", Task () =>
            {
                _tracer.Trace("inner", void () => throw new FormatException("sour"));
                return Task.CompletedTask;
            });
        });

        Assert.Same(host, Activity.Current);
        Assert.Null(CallFrame.Current);
        Assert.False(_tracer.HasLiveFrames);
        Assert.All(_stopped, AssertFailed);
        var (outer, inner) = (_stopped.Single(span => span.DisplayName == "task"), _stopped.Single(span => span.DisplayName == "inner"));
        Assert.Equal(outer.SpanId, inner.ParentSpanId);
    }

    [Fact]
    public void Scopes_EndInAnyOrder_NoEndedSpanIsLeftCurrent()
    {
        using var host = new Activity("host").Start();
        var outer = _tracer.Start("outer");
        var inner = _tracer.Start("inner");

        outer.Dispose();
        inner.Dispose();

        Assert.False(Activity.Current is { IsStopped: true });
        Assert.Equal(2, _stopped.Count);
    }

    [Fact]
    public void Sampled_ParentIsTheSpanThatOthersSee()
    {
        _tracer.Trace("outer", () => _tracer.Trace("inner", () => { }));

        Assert.Equal(_stopped.Select(span => span.SpanId.ToHexString()), _kept.All.Select(call => call.SpanId));
        Assert.Equal(_kept.All[1].SpanId, _kept.All[0].ParentId);
        Assert.Equal("outer", _stopped[1].GetTagItem("code.function.name"));
    }

    private static void AssertFailed(Activity span)
    {
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.FormatException", span.GetTagItem("error.type"));
        var happened = Assert.Single(span.Events);
        Assert.Equal("exception", happened.Name);
        var tags = happened.Tags.ToDictionary(StringComparer.Ordinal);
        Assert.Equal("System.FormatException", tags["exception.type"]);
        Assert.Equal("sour", tags["exception.message"]);
        Assert.Contains(nameof(FormatException), (string)tags["exception.stacktrace"]!, StringComparison.Ordinal);
    }
}
