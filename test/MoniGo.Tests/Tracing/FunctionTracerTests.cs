using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class FunctionTracerTests : IDisposable
{
    private readonly TimestampClock _clock = new();
    private readonly FunctionTracer _tracer;

    public FunctionTracerTests() => _tracer = new FunctionTracer(_clock);

    public void Dispose() => _tracer.Dispose();

    [Fact]
    public void Trace_EveryWayToCall_RunsItOnceAndGivesItsResult()
    {
        var runs = 0;

        _tracer.Trace("f", () => { runs++; });
        _tracer.Trace("f", 2, by => { runs += by; });
        Assert.Equal(7, _tracer.Trace("f", () => 7));
        Assert.Equal(8, _tracer.Trace("f", 7, x => x + 1));
        using (_tracer.Start("f"))
            runs++;

        Assert.Equal(4, runs);
        Assert.Equal(5, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void Collect_KnownDurations_GivesSumExtremesAndLast()
    {
        foreach (var milliseconds in (int[])[5, 1, 20])
            _tracer.Trace("f", () => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds)));

        var reading = TracerReading.Of(_tracer);
        Assert.Equal(0.026, reading.Duration("f").Sum, 9);
        Assert.Equal(0.001, reading.Duration("f").Min, 9);
        Assert.Equal(0.020, reading.Duration("f").Max, 9);
        Assert.Equal(0.020, reading.Value(FunctionInstruments.LastDuration, "f")!.Value, 9);
        var begun = _clock.GetUtcNow() - TimeSpan.FromMilliseconds(20);
        Assert.Equal(begun.ToUnixTimeMilliseconds() / 1000.0, reading.Value(FunctionInstruments.LastStart, "f")!.Value, 3);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void Collect_ManyDurations_QuantilesLieWithinTheBucketsError(double quantile)
    {
        var durations = Enumerable.Range(1, 5_000).Select(i => i * i % 9_973 + 1).ToArray();
        foreach (var microseconds in durations)
            _tracer.Trace("f", () => _clock.Advance(TimeSpan.FromMicroseconds(microseconds)));

        var exact = durations.Order().ElementAt((int)Math.Ceiling(quantile * durations.Length) - 1) * 1e-6;
        var read = TracerReading.Of(_tracer).Duration("f").Quantile(quantile);
        Assert.InRange(read / exact, 1 - 0.022, 1 + 0.022);
    }

    [Fact]
    public void Collect_FunctionNeverCalled_IsAbsent()
    {
        _tracer.GetFunction("never");

        Assert.Empty(TracerReading.Of(_tracer).Functions);
    }

    [Fact]
    public void Collect_NothingChanged_HandsOutTheSameObjects()
    {
        _tracer.Trace("f", () => { });
        var first = TracerReading.Of(_tracer);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var second = TracerReading.Of(_tracer);

        Assert.Same(first.Duration("f"), second.Duration("f"));
        Assert.Same(first.Key(FunctionInstruments.Duration, "f"), second.Key(FunctionInstruments.Duration, "f"));
        Assert.Equal(first.Value(FunctionInstruments.LastStart, "f"), second.Value(FunctionInstruments.LastStart, "f"));
    }

    [Fact]
    public void Collect_CallsSinceTheLastTick_AddsToTheTotals()
    {
        _tracer.Trace("f", () => { });
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("f"));

        _tracer.Trace("f", () => { });
        Assert.Equal(2, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void Collect_SynchronousCallAllocates_CountsItsBytes()
    {
        _tracer.Trace("f", () => GC.KeepAlive(new byte[100_000]));

        Assert.InRange(TracerReading.Of(_tracer).Value(FunctionInstruments.Allocated, "f")!.Value, 100_000, 101_000);
    }

    [Fact]
    public void IsEnabled_SwitchedOff_RunsCallsUntimedAndEndsThoseUnderWay()
    {
        var runs = 0;
        var underWay = _tracer.Start("slow");
        _tracer.IsEnabled = false;
        _tracer.Trace("f", () => { runs++; });
        underWay.Dispose();

        Assert.Equal(1, runs);
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("slow"));
        Assert.Equal(["slow"], TracerReading.Of(_tracer).Functions);

        _tracer.IsEnabled = true;
        _tracer.Trace("f", () => { runs++; });
        Assert.Equal(1, TracerReading.Of(_tracer).Calls("f"));
    }

    [Fact]
    public void Dispose_CallsLater_StillRun()
    {
        var runs = 0;
        _tracer.Trace("f", () => { runs++; });
        var function = _tracer.GetFunction("f");
        _tracer.Dispose();

        function.Trace(() => { runs++; });
        _tracer.Trace("f", () => { runs++; });

        Assert.Equal(3, runs);
    }

    [Fact]
    public void Trace_StubbedTracer_StillRunsTheCall()
    {
        IMoniGoTracer stub = new Stub();

        Assert.Equal(3, stub.Trace("f", () => 3));
        using var scope = stub.Start("f");
        Assert.False(scope.Fail(new InvalidOperationException()));
    }

    [Fact]
    public void Collect_TwoTracersOnOneThread_SeeOnlyTheirOwnCalls()
    {
        using var other = new FunctionTracer(_clock);
        for (var i = 0; i < 10; i++)
        {
            _tracer.Trace("f", () => other.Trace("f", () => other.Trace("g", () => { })));
            other.Trace("f", () => { });
        }

        Assert.Equal(10, TracerReading.Of(_tracer).Calls("f"));
        Assert.Equal(["f"], TracerReading.Of(_tracer).Functions);
        Assert.Equal(20, TracerReading.Of(other).Calls("f"));
        Assert.Equal(10, TracerReading.Of(other).Calls("g"));
    }

    private sealed class Stub : IMoniGoTracer
    {
        public bool IsEnabled => true;

        public TracedFunction GetFunction(string name) => default;

        public void SetSamplingRate(int oneIn)
        {
        }

        public void SetSamplingRate(string name, int oneIn)
        {
        }
    }
}
