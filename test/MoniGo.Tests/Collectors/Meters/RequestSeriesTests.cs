using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class RequestSeriesTests : IDisposable
{
    private readonly List<Span> _kept = [];
    private readonly SlowRequests _slow;
    private readonly Meter _meter;
    private readonly Histogram<double> _durations;
    private readonly MeterAggregator _aggregator;

    public RequestSeriesTests()
    {
        _slow = new(_kept.Add, static _ => null, new FakeTime(Ticks.Start));
        _aggregator = new(
            new MeterSettings([PlatformInstruments.HostingMeter], Scope: this), NullLogger<MeterAggregator>.Instance, _slow);
        _meter = new(new MeterOptions(PlatformInstruments.HostingMeter) { Scope = this });
        _durations = _meter.CreateHistogram<double>(PlatformInstruments.RequestDuration, "s");
    }

    public void Dispose()
    {
        _aggregator.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Record_BelowTheFloor_KeepsNothing()
    {
        Record(0.0009);

        Assert.Empty(_kept);
    }

    [Fact]
    public void Record_AboveTheFloor_KeepsOnlyWhatBeatsTheLast()
    {
        foreach (var seconds in (double[])[0.010, 0.005, 0.010, 0.020])
            Record(seconds);

        Assert.Equal([0.010, 0.020], _kept.Select(span => span.Duration.TotalSeconds));
    }

    [Fact]
    public void Record_AfterATick_KeepsWhatIsSlowerThanTheSeriesOwnP99()
    {
        for (var request = 0; request < 1000; request++)
            Record(0.100);

        Ticks.Collect(_aggregator);
        _kept.Clear();
        Record(0.100);
        Record(0.050);
        Record(0.200);
        Record(0.040, route: "/quick");

        Assert.Equal(["GET /orders", "GET /quick"], _kept.Select(span => span.Name));
        Assert.Equal(0.200, _kept[0].Duration.TotalSeconds);
    }

    [Fact]
    public void Record_WithAThreshold_KeepsEveryRequestAboveItUpToTheLimitOfATick()
    {
        _slow.Settings = new(TimeSpan.FromMilliseconds(50), TimeSpan.Zero);
        Ticks.Collect(_aggregator);
        for (var request = 0; request < 100; request++)
            Record(0.060);

        Assert.Equal(SlowRequests.MostPerTick, _kept.Count);
        Ticks.Collect(_aggregator);
        Record(0.060);
        Record(0.040);
        Assert.Equal(SlowRequests.MostPerTick + 1, _kept.Count);
    }

    [Fact]
    public void Record_Failed_KeepsItHoweverQuickWithItsError()
    {
        _durations.Record(0.0001, new(PlatformInstruments.Method, "POST"), new(PlatformInstruments.Route, "pay"), new(PlatformInstruments.ErrorType, "X"));

        var span = Assert.Single(_kept);
        Assert.Equal(("POST /pay", "X", "failed"), (span.Name, span.Error, span.Tags[SpanTags.Kept]));
        Assert.Equal(Ticks.Start - TimeSpan.FromMicroseconds(100), span.Start);
        Assert.Equal((32, 16), (span.TraceId.Length, span.SpanId.Length));
    }

    [Theory]
    [InlineData(502, "502", "failed")]
    [InlineData(404, null, "slow")]
    public void Record_WithAStatusAndNoReason_FailedWhenTheServersFault(int status, string? error, string kept)
    {
        _durations.Record(0.1, new(PlatformInstruments.Method, "POST"), new(PlatformInstruments.Route, "pay"), new(PlatformInstruments.StatusCode, status));

        var span = Assert.Single(_kept);
        Assert.Equal((error, kept), (span.Error, span.Tags[SpanTags.Kept]));
    }

    [Theory]
    [InlineData("GET", 101)]
    [InlineData("CONNECT", 200)]
    public void Record_OfAWebSocket_KeepsNothing(string method, int status)
    {
        _durations.Record(3600, new(PlatformInstruments.Method, method), new(PlatformInstruments.Route, "/chat"), new(PlatformInstruments.StatusCode, status));

        Assert.Empty(_kept);
    }

    [Fact]
    public void Record_NotKept_AllocatesNothing()
    {
        var series = new RequestSeries(new(new(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s")), _slow);
        series.Record(1.0);
        series.Record(0.5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var request = 0; request < 1000; request++)
            series.Record(0.5);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Single(_kept);
    }

    private void Record(double seconds, string route = "/orders") =>
        _durations.Record(seconds, new(PlatformInstruments.Method, "GET"), new KeyValuePair<string, object?>(PlatformInstruments.Route, route));
}
