using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;

namespace MoniGo.Tests;

public sealed class MeterAggregatorTests : IDisposable
{
    private readonly string _name = "Test." + Guid.NewGuid().ToString("N");
    private readonly Meter _meter;
    private readonly MeterAggregator _aggregator;

    public MeterAggregatorTests()
    {
        _meter = new Meter(_name);
        _aggregator = Listen(_name);
    }

    public void Dispose()
    {
        _aggregator.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Counter_MeasuredTwice_IsCumulative()
    {
        var counter = _meter.CreateCounter<long>("orders", "{order}", "Orders taken.");
        counter.Add(2);
        Assert.Equal(2, Ticks.Collect(_aggregator).Value("orders"));
        counter.Add(3);

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(5, snapshot.Value("orders"));
        var instrument = snapshot.Find("orders")!.Instrument;
        Assert.Equal(("orders", Signals.InstrumentKind.Counter, "{order}", "Orders taken.", _name), (instrument.Name, instrument.Kind, instrument.Unit, instrument.Description, instrument.Meter));
    }

    [Fact]
    public void Counter_MeasuredNegative_DropsAndCounts()
    {
        var counter = _meter.CreateCounter<int>("orders");
        counter.Add(7);
        counter.Add(-3);

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(7, snapshot.Value("orders"));
        Assert.Equal(1, snapshot.Value("monigo.dropped", ("reason", "value")));
    }

    [Fact]
    public void EveryKindAndNumericType_IsHeard()
    {
        _meter.CreateCounter<byte>("byte").Add(1);
        _meter.CreateCounter<short>("short").Add(2);
        _meter.CreateCounter<float>("float").Add(3.5f);
        _meter.CreateCounter<decimal>("decimal").Add(4.25m);
        var upDown = _meter.CreateUpDownCounter<double>("updown");
        upDown.Add(1.5);
        upDown.Add(-4);
        _meter.CreateGauge<int>("gauge").Record(6);
        _meter.CreateHistogram<long>("histogram").Record(7);
        _meter.CreateObservableCounter("observed.counter", () => 8L);
        _meter.CreateObservableUpDownCounter("observed.updown", () => -9.0);
        _meter.CreateObservableGauge("observed.gauge", () => (short)10);

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(
            [1, 2, 3.5, 4.25, -2.5, 6, 1, 8, -9, 10],
            new[] { "byte", "short", "float", "decimal", "updown", "gauge", "histogram", "observed.counter", "observed.updown", "observed.gauge" }
                .Select(name => snapshot.Value(name) ?? double.NaN));
        Assert.Equal(7, snapshot.Histogram("histogram")!.Sum);
        Assert.Equal(
            [Signals.InstrumentKind.UpDownCounter, Signals.InstrumentKind.Gauge, Signals.InstrumentKind.Histogram, Signals.InstrumentKind.Counter],
            new[] { "updown", "gauge", "histogram", "observed.counter" }.Select(name => snapshot.Find(name)!.Instrument.Kind));
    }

    [Fact]
    public void Tags_InAnotherOrder_AreOneSeries()
    {
        var counter = _meter.CreateCounter<int>("orders");
        counter.Add(1, new("shop", "a"), new("paid", true));
        counter.Add(2, new KeyValuePair<string, object?>("paid", true), new("shop", "a"));
        counter.Add(4, new KeyValuePair<string, object?>("shop", true), new("paid", "a"));

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(3, snapshot.Value("orders", ("shop", "a"), ("paid", "true")));
        Assert.Equal(4, snapshot.Value("orders", ("shop", "true"), ("paid", "a")));
        Assert.Equal(2, snapshot.Find("orders")!.Samples.Length);
    }

    [Fact]
    public void Tags_OfOtherTypesButSameText_AreOneSeries()
    {
        var counter = _meter.CreateCounter<int>("orders");
        counter.Add(1, new KeyValuePair<string, object?>("code", 200));
        counter.Add(2, new KeyValuePair<string, object?>("code", 200L));
        counter.Add(4, new KeyValuePair<string, object?>("code", "200"));
        counter.Add(8, new("code", "200"), new("absent", null));
        counter.Add(16, new KeyValuePair<string, object?>("code", "100"), new("code", "200"));

        Assert.Equal(31, Ticks.Collect(_aggregator).Value("orders", ("code", "200")));
    }

    [Fact]
    public void Tags_WithMutableValues_AreReadAnewEachTime()
    {
        var counter = _meter.CreateCounter<int>("orders");
        var changing = new System.Text.StringBuilder("a");
        counter.Add(1, new KeyValuePair<string, object?>("who", changing));
        changing.Append('b');
        counter.Add(2, new KeyValuePair<string, object?>("who", changing));

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(1, snapshot.Value("orders", ("who", "a")));
        Assert.Equal(2, snapshot.Value("orders", ("who", "ab")));
    }

    [Fact]
    public void Tags_ThatThrow_DoNotReachTheCaller()
    {
        var counter = _meter.CreateCounter<int>("orders");
        counter.Add(1, new KeyValuePair<string, object?>("who", new Hostile()));

        Assert.Equal(1, Ticks.Collect(_aggregator).Value("monigo.dropped", ("reason", "callback")));
    }

    [Fact]
    public void Measurement_NotFinite_IsDroppedAndCounted()
    {
        var histogram = _meter.CreateHistogram<double>("latency");
        histogram.Record(1);
        histogram.Record(double.NaN);
        histogram.Record(double.PositiveInfinity);
        _meter.CreateGauge<float>("gauge").Record(float.NegativeInfinity);

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(1, snapshot.Value("latency"));
        Assert.Null(snapshot.Value("gauge"));
        Assert.Equal(3, snapshot.Value("monigo.dropped", ("reason", "value")));
    }

    [Fact]
    public void Series_OverTicks_KeepTheirKeys_AndIdleHistogramsTheirInstance()
    {
        var histogram = _meter.CreateHistogram<double>("latency");
        histogram.Record(1, new KeyValuePair<string, object?>("shop", "a"));
        var first = Ticks.Collect(_aggregator).Find("latency")!.Samples[0];
        var second = Ticks.Collect(_aggregator).Find("latency")!.Samples[0];
        histogram.Record(1, new KeyValuePair<string, object?>("shop", "a"));
        var third = Ticks.Collect(_aggregator).Find("latency")!.Samples[0];

        Assert.Same(first.Series, third.Series);
        Assert.Same(first.Histogram, second.Histogram);
        Assert.NotSame(first.Histogram, third.Histogram);
        Assert.Equal(2, third.Histogram!.Count);
    }

    [Fact]
    public void Histogram_AgainstExactQuantiles_IsWithinItsError()
    {
        var histogram = _meter.CreateHistogram<double>("latency");
        var random = new Random(20260504);
        var values = Enumerable.Range(0, 20_000).Select(_ => Math.Exp(random.NextDouble() * 12) / 1e4).ToArray();
        foreach (var value in values)
            histogram.Record(value);

        var frozen = Ticks.Collect(_aggregator).Histogram("latency")!;

        Array.Sort(values);
        foreach (var quantile in new[] { 0.01, 0.25, 0.5, 0.9, 0.99, 0.999 })
        {
            var exact = values[(int)Math.Ceiling(quantile * values.Length) - 1];
            Assert.InRange(frozen.Quantile(quantile) / exact, 1 / 1.022, 1.022);
        }

        Assert.Equal(values.Length, frozen.Count);
        Assert.Equal(values.Sum(), frozen.Sum, 6);
        Assert.Equal((values[0], values[^1]), (frozen.Min, frozen.Max));
    }

    [Fact]
    public void Histogram_OfZerosAndNegatives_CountsThemApart()
    {
        var histogram = _meter.CreateHistogram<int>("change");
        histogram.Record(0);
        histogram.Record(-5);
        histogram.Record(3);

        var frozen = Ticks.Collect(_aggregator).Histogram("change")!;

        Assert.Equal((3, 2, -2, -5, 3), (frozen.Count, frozen.ZeroCount, frozen.Sum, frozen.Min, frozen.Max));
    }

    [Fact]
    public void Meters_OfTheSameName_ShareTheirSeries()
    {
        using var twin = new Meter(_name);
        _meter.CreateCounter<int>("orders").Add(1);
        twin.CreateCounter<int>("orders").Add(2);

        Assert.Equal(3, Assert.Single(Ticks.Collect(_aggregator).Find("orders")!.Samples).Value);

        _meter.Dispose();
        Assert.Equal(3, Ticks.Collect(_aggregator).Value("orders"));

        twin.Dispose();
        Assert.Null(Ticks.Collect(_aggregator).Value("orders"));
    }

    [Fact]
    public void Meters_OfAnotherNameWithTheSameInstrument_AreToldApartByScope()
    {
        using var other = new Meter(_name + ".Other");
        using var aggregator = Listen(_name + "*");
        _meter.CreateCounter<int>("orders").Add(1);
        other.CreateCounter<int>("orders").Add(2);

        var snapshot = Ticks.Collect(aggregator);

        Assert.Equal(1, snapshot.Value("orders"));
        Assert.Equal(2, snapshot.Value("orders", ("otel.scope.name", _name + ".Other")));
    }

    [Fact]
    public void Meters_UsingANameOfOurs_AreToldApartByScope()
    {
        _meter.CreateGauge<double>("process.uptime").Record(3);

        Assert.Equal(3, Ticks.Collect(_aggregator).Value("process.uptime", ("otel.scope.name", _name)));
    }

    [Fact]
    public void Instrument_WhoseNameIsTakenByAnotherKind_IsRefusedAndCounted()
    {
        using var other = new Meter(_name + ".Other");
        using var aggregator = Listen(_name + "*");
        _meter.CreateCounter<int>("orders").Add(1);
        other.CreateHistogram<int>("orders").Record(2);

        var snapshot = Ticks.Collect(aggregator);

        Assert.Equal(1, Assert.Single(snapshot.Find("orders")!.Samples).Value);
        Assert.Equal(1, snapshot.Value("monigo.dropped", ("reason", "conflict")));
    }

    [Fact]
    public void Meter_WithTags_PutsThemOnItsSeries()
    {
        using var tagged = new Meter(_name, "1.0", [new("tenant", "t1")]);
        tagged.CreateCounter<int>("orders", null, null, [new("kind", "web")]).Add(1, new KeyValuePair<string, object?>("shop", "a"));

        Assert.Equal(1, Ticks.Collect(_aggregator).Value("orders", ("kind", "web"), ("shop", "a"), ("tenant", "t1")));
    }

    [Fact]
    public void Observable_NotReportedAtATick_IsAbsentFromIt()
    {
        var pools = new List<Measurement<int>> { new(1, new KeyValuePair<string, object?>("pool", "a")), new(2, new KeyValuePair<string, object?>("pool", "b")) };
        _meter.CreateObservableGauge("size", () => pools);
        Assert.Equal(2, Ticks.Collect(_aggregator).Find("size")!.Samples.Length);
        pools.RemoveAt(0);

        var snapshot = Ticks.Collect(_aggregator);

        Assert.Null(snapshot.Value("size", ("pool", "a")));
        Assert.Equal(2, snapshot.Value("size", ("pool", "b")));
    }

    [Fact]
    public void Observable_ThatThrows_LosesOnlyItself()
    {
        var logger = new RecordingLogger<MeterAggregator>();
        using var aggregator = new MeterAggregator(new([_name]), logger);
        _meter.CreateObservableGauge("before", () => 1);
        Func<int> broken = () => throw new InvalidOperationException("no");
        _meter.CreateObservableGauge("broken", broken);
        _meter.CreateObservableGauge("after", () => 2);

        Ticks.Collect(aggregator);
        var snapshot = Ticks.Collect(aggregator);

        Assert.Equal((1, 2), (snapshot.Value("before"), snapshot.Value("after")));
        Assert.Null(snapshot.Value("broken"));
        Assert.Equal(2, snapshot.Value("monigo.dropped", ("reason", "callback")));
        Assert.Single(logger.Entries);
    }

    [Fact]
    public void OwnMeter_IsNeverHeard()
    {
        using var own = new Meter("MoniGo");
        using var aggregator = Listen("Moni*");
        own.CreateCounter<int>("echo").Add(1);

        Assert.Null(Ticks.Collect(aggregator).Value("echo"));
    }

    private static MeterAggregator Listen(string pattern) => new(new([pattern]), NullLogger<MeterAggregator>.Instance);

    private sealed class Hostile
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
