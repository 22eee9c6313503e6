using MoniGo.Query;
using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class SeriesEngineInstantTests
{
    private readonly TickScript _ticks = new(Noon);

    [Fact]
    public void Instant_Gauge_IsTheLatestReading()
    {
        var previous = _ticks.Next((Level, 1));

        Assert.Equal(3, Value(SeriesQuery.MeanOf(Level.Name), _ticks.Next((Level, 3)), previous));
        Assert.Equal(1, Value(SeriesQuery.LastOf(Level.Name), previous, null));
    }

    [Fact]
    public void Instant_Counter_IsGrowthOverTheRealTimeBetween()
    {
        var previous = _ticks.Next((Jobs, 10));
        var latest = _ticks.Skip(1).Next((Jobs, 30)); // one tick was lost: 10 s

        Assert.Equal(2, Value(SeriesQuery.RateOf(Jobs.Name), latest, previous));
    }

    [Fact]
    public void Instant_CounterThatFell_CountsFromZero()
    {
        var previous = _ticks.Next((Jobs, 10));

        Assert.Equal(4 / 5d, Value(SeriesQuery.RateOf(Jobs.Name), _ticks.Next((Jobs, 4)), previous));
    }

    [Fact]
    public void Instant_SeriesThatIsNew_CountsFromZero()
    {
        var previous = _ticks.Next((Level, 0));

        Assert.Equal(1, Value(SeriesQuery.RateOf(Jobs.Name), _ticks.Next((Jobs, 5)), previous));
    }

    [Fact]
    public void Instant_WithoutPrevious_HasNoRateButQuantilesSinceTheStart()
    {
        var only = _ticks.Next(b =>
        {
            b.Add(new(Jobs), 5);
            b.Add(new(Latency), Recorded(1, 1, 8));
        });

        Assert.Null(Value(SeriesQuery.RateOf(Jobs.Name), only, null));
        Assert.Null(Value(new(new(Jobs.Name), TimeReduction.Increase), only, null));
        Assert.InRange(Value(SeriesQuery.QuantileOf(Latency.Name, 0.5), only, null)!.Value, 0.97, 1.03);
    }

    [Fact]
    public void Instant_Quantile_IsOfWhatWasRecordedBetween()
    {
        var previous = _ticks.Next(b => b.Add(new(Latency), Recorded(1, 1, 1)));
        var latest = _ticks.Next(b => b.Add(new(Latency), Recorded(1, 1, 1, 8)));

        Assert.InRange(Value(SeriesQuery.QuantileOf(Latency.Name, 0.5), latest, previous)!.Value, 7.8, 8.2);
        Assert.Equal(1 / 5d, Value(SeriesQuery.RateOf(Latency.Name), latest, previous));
        Assert.Null(Value(SeriesQuery.QuantileOf(Latency.Name, 0.5), latest, latest));
    }

    [Fact]
    public void Instant_AfterARestart_TakesTheWholeHistogram()
    {
        var previous = _ticks.Next(b => b.Add(new(Latency), Recorded(1)));
        var latest = _ticks.Restart().Next(b => b.Add(new(Latency), Recorded(1, 7)));

        Assert.Equal(4, Value(SeriesQuery.MeanOf(Latency.Name), latest, previous));
        Assert.Equal(2, Value(new(new(Latency.Name), TimeReduction.Increase), latest, previous));
    }

    [Fact]
    public void Instant_ClockSetBack_HasNoRate()
    {
        var previous = _ticks.Next((Jobs, 1));

        Assert.Null(Value(SeriesQuery.RateOf(Jobs.Name), _ticks.SetClock(Noon - TimeSpan.FromHours(1)).Next((Jobs, 2)), previous));
    }

    [Fact]
    public void Instant_SeriesInAnotherOrder_AreStillMatched()
    {
        var (a, b) = (Key(Jobs, ("n", "a")), Key(Jobs, ("n", "b")));
        var previous = _ticks.Next(builder => Add(builder, (a, 10), (b, 100)));
        var latest = _ticks.Next(builder => Add(builder, (b, 105), (Key(Jobs, ("n", "a")), 20)));

        var lines = SeriesEngine.Instant(SeriesQuery.RateOf(Jobs.Name) with { GroupBy = ["n"] }, latest, previous);

        Assert.Equal([("a", 2d), ("b", 1d)], lines.Select(line => (line.Group, line.Points.Single().Value)));
        Assert.All(lines, line => Assert.Equal(latest.Time, line.Points[0].Time));
    }

    [Fact]
    public void Instant_TagsAndUnknownNames_SelectSeries()
    {
        var latest = _ticks.Next(builder => Add(builder, (Key(Level, ("n", "a")), 1), (Key(Level, ("n", "b")), 2)));

        Assert.Equal(2, Value(SeriesQuery.LastOf(Level.Name, new TagMatcher("n", "b")), latest, null));
        Assert.Null(Value(SeriesQuery.LastOf("no.such.instrument"), latest, null));
    }

    private static void Add(SnapshotBuilder builder, params (SeriesKey Series, double Value)[] samples) =>
        Array.ForEach(samples, sample => builder.Add(sample.Series, sample.Value));

    private static double? Value(SeriesQuery query, Snapshot latest, Snapshot? previous) =>
        SeriesEngine.Instant(query, latest, previous).SingleOrDefault()?.Points.Single().Value;
}
