using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class SnapshotMeterTests : IDisposable
{
    private readonly FakeTime _time = new(Ticks.Start);
    private readonly Meter _meter = new("MoniGo");
    private readonly SnapshotTicker _ticker;
    private readonly MeterListener _foreign = new();
    private readonly List<(Type Kind, string Name, string? Unit, double Value, string Tags)> _seen = [];
    private readonly DelegateSource _source;

    public SnapshotMeterTests()
    {
        _source = new(builder =>
        {
            builder.Add(new(ProcessInstruments.DiskIo, TagSet.Of("disk.io.direction", "read")), builder.Time.Second);
            builder.Add(new(FunctionInstruments.Active, TagSet.Of("function", "f")), 2);
            builder.Add(new(ProcessInstruments.Uptime), 3);
            builder.Add(new(FunctionInstruments.Duration), ExponentialHistogram.Empty);
            builder.Add(new(new InstrumentInfo("theirs", InstrumentKind.Gauge, Meter: "Their.Meter")), 4);
        });
        _ticker = new([_source], Ticks.Resource, _time, TimeSpan.FromSeconds(5), NullLogger<SnapshotTicker>.Instance, epoch: 1);
        _foreign.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _foreign.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            _seen.Add((instrument.GetType().GetGenericTypeDefinition(), instrument.Name, instrument.Unit, value, string.Join(',', tags.ToArray()))));
        _foreign.Start();
    }

    public void Dispose()
    {
        _foreign.Dispose();
        _ticker.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Foreign_listeners_see_what_MoniGo_reads_itself()
    {
        _ticker.Tick();
        using var shown = new SnapshotMeter(_ticker, _meter);
        _time.Advance(TimeSpan.FromSeconds(5));
        _ticker.Tick();

        _foreign.RecordObservableInstruments();

        Assert.Contains((typeof(ObservableCounter<>), "process.disk.io", "By", 5, "[disk.io.direction, read]"), _seen);
        Assert.Contains((typeof(ObservableUpDownCounter<>), "monigo.function.active", "{call}", 2, "[function, f]"), _seen);
        Assert.Contains((typeof(ObservableGauge<>), "process.uptime", "s", 3, ""), _seen);
        Assert.DoesNotContain(_seen, seen => seen.Name is "theirs" or "monigo.function.duration");
    }

    [Fact]
    public async Task Families_that_appear_later_are_shown_too()
    {
        using var shown = new SnapshotMeter(_ticker, _meter);
        _ticker.Tick();
        _ticker.Dispose();
        await shown.Watching;

        _foreign.RecordObservableInstruments();

        Assert.Contains(_seen, seen => seen.Name == "process.uptime");
    }

    [Fact]
    public void After_disposal_nothing_is_shown()
    {
        _ticker.Tick();
        new SnapshotMeter(_ticker, _meter).Dispose();

        _foreign.RecordObservableInstruments();

        Assert.Empty(_seen);
    }

    [Fact]
    public void Our_own_aggregator_does_not_hear_the_echo()
    {
        _ticker.Tick();
        using var shown = new SnapshotMeter(_ticker, _meter);
        using var aggregator = new MeterAggregator(new(["Moni*"]), NullLogger<MeterAggregator>.Instance);

        Assert.Null(Ticks.Collect(aggregator).Find("process.disk.io"));
    }
}
