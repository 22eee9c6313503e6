using System.Diagnostics;
using System.Diagnostics.Metrics;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class ForeignListenerTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly Meter _meter = new("MoniGo");
    private readonly ActivitySource _source = new("MoniGo");
    private readonly FunctionTracer _tracer;

    public ForeignListenerTests() => _tracer = new FunctionTracer(_clock, _meter, _source);

    public void Dispose()
    {
        _tracer.Dispose();
        _source.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_foreign_meter_listener_sees_every_call_with_its_function_and_duration()
    {
        var seen = new List<(double Seconds, object? Function)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == _meter)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => seen.Add((seconds, tags[0].Value)));
        listener.Start();

        _tracer.Trace("f", () => _clock.Advance(TimeSpan.FromMilliseconds(250)));

        Assert.Equal([(0.25, "f")], seen);
    }

    [Fact]
    public async Task A_foreign_span_listener_sees_nested_calls_as_parent_and_child()
    {
        var stopped = new List<Activity>();
        using var listener = Listen(stopped);

        await _tracer.TraceAsync("outer", async () =>
        {
            await Task.Yield();
            _tracer.Trace("inner", () => { });
        });

        Assert.Equal(["inner", "outer"], stopped.Select(span => span.DisplayName));
        Assert.Equal(stopped[1].SpanId, stopped[0].ParentSpanId);
        Assert.Equal("inner", stopped[0].GetTagItem("code.function.name"));
        Assert.Equal(ActivityStatusCode.Unset, stopped[0].Status);
    }

    [Fact]
    public void A_span_of_a_call_that_threw_has_error_status_and_type()
    {
        var stopped = new List<Activity>();
        using var listener = Listen(stopped);

        Assert.Throws<FormatException>(() => _tracer.Trace("f", void () => throw new FormatException("sour")));

        var span = Assert.Single(stopped);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(FormatException).FullName, span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task A_suspended_call_leaves_the_callers_current_span_alone()
    {
        using var listener = Listen([]);
        var gate = new TaskCompletionSource();

        var task = _tracer.TraceAsync("f", () => gate.Task);
        var during = Activity.Current;
        gate.SetResult();
        await task;

        Assert.Null(during);
        Assert.Null(Activity.Current);
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void An_exception_that_cannot_tell_its_message_ends_its_call_as_any_other()
    {
        using var listener = Listen([]);
        var before = Activity.Current;

        try
        {
            _ = _tracer.TraceAsync("f", Task () => throw new MutedException());
            Assert.Fail("It passes.");
        }
        catch (MutedException)
        {
            // As it should.
        }

        Assert.Same(before, Activity.Current);
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("f"));
        Assert.Equal(0, TracerReading.Of(_tracer).Active("f"));
        using var scope = _tracer.Start("scope");
        Assert.False(scope.Fail(new MutedException()));
    }

    [Fact]
    public async Task A_foreign_listener_that_throws_does_no_harm_to_the_call()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = (ref _) => throw new InvalidOperationException("sample"),
        };
        using var durations = new MeterListener();
        durations.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == _meter)
                self.EnableMeasurementEvents(instrument);
        };
        durations.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("duration"));
        durations.Start();
        ActivitySource.AddActivityListener(spans);

        Assert.Equal(7, _tracer.Trace("f", () => 7));
        Assert.Equal(8, await _tracer.TraceAsync("f", async () => { await Task.Yield(); return 8; }));
        Assert.Equal(2, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void A_foreign_listener_that_throws_when_a_span_stops_does_no_harm_to_the_call()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => throw new InvalidOperationException("stopped"),
        };
        ActivitySource.AddActivityListener(spans);
        var before = Activity.Current;

        Assert.Equal(7, _tracer.Trace("f", () => 7));

        Assert.Same(before, Activity.Current);
    }

    private sealed class MutedException : Exception
    {
        public override string Message => throw new InvalidOperationException("muted");
    }

    private ActivityListener Listen(List<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
