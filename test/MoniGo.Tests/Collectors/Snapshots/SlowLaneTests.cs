using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class SlowLaneTests
{
    private static readonly SeriesKey Gauge = new(new InstrumentInfo("test.gauge", InstrumentKind.Gauge));
    private static readonly SeriesKey Histogram = new(new InstrumentInfo("test.histogram", InstrumentKind.Histogram));

    private readonly FakeTime _time = new(Ticks.Start);
    private int _asked;
    private bool _broken;

    [Fact]
    public void Collect_WithinTheInterval_RepeatsTheSamplesWithTheirAge()
    {
        var lane = Make();
        Ticks.Collect(lane);
        _time.Advance(TimeSpan.FromSeconds(29));
        var repeated = Ticks.Collect(lane);

        Assert.Equal(1, _asked);
        Assert.Equal((1, 29), (repeated.Value("test.gauge"), repeated.Value(OwnInstruments.ReadingAge, ("source", "costly"))));
        Assert.Equal(3, repeated.Histogram("test.histogram")!.ZeroCount);

        _time.Advance(TimeSpan.FromSeconds(1));
        var fresh = Ticks.Collect(lane);
        Assert.Equal((2, 0), (fresh.Value("test.gauge"), fresh.Value(OwnInstruments.ReadingAge, ("source", "costly"))));
    }

    [Fact]
    public void Collect_WhenTheSourceThrows_RepeatsTheOldAndReportsUntilItIsAskedAgain()
    {
        var lane = Make();
        Ticks.Collect(lane);
        _broken = true;
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((1, 30), Failing(lane));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((1, 35), Failing(lane));
        Assert.Equal(2, _asked);

        _broken = false;
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(3, Ticks.Collect(lane).Value("test.gauge"));
    }

    private static (double?, double?) Failing(SlowLane lane)
    {
        var snapshot = Ticks.Collect(new DelegateSource(builder => Assert.Throws<InvalidOperationException>(() => lane.Collect(builder))));
        return (snapshot.Value("test.gauge"), snapshot.Value(OwnInstruments.ReadingAge, ("source", "costly")));
    }

    private SlowLane Make() => new(new DelegateSource(Read), _time, TimeSpan.FromSeconds(30), "costly");

    private void Read(SnapshotBuilder builder)
    {
        _asked++;
        if (_broken)
            throw new InvalidOperationException("no");

        builder.Add(Gauge, _asked);
        builder.Add(Histogram, new ExponentialHistogram([], [], 3, 0, 0, 0));
    }
}
