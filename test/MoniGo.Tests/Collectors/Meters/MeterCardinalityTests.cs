using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class MeterCardinalityTests : IDisposable
{
    private const int Limit = 50;

    private readonly Meter _meter = new("Test." + Guid.NewGuid().ToString("N"));
    private readonly MeterAggregator _aggregator;

    public MeterCardinalityTests() =>
        _aggregator = new(new([_meter.Name], CardinalityLimit: Limit), NullLogger<MeterAggregator>.Instance);

    public void Dispose()
    {
        _aggregator.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void PastTheLimit_MeasurementsGoToOneOverflowSeries()
    {
        var counter = _meter.CreateCounter<int>("orders");
        for (var user = 0; user < Limit + 30; user++)
            counter.Add(1, Tag("user", user.ToString(CultureInfo.InvariantCulture)));

        counter.Add(1, Tag("user", "7"));
        var snapshot = Ticks.Collect(_aggregator);

        Assert.Equal(Limit + 1, snapshot.Find("orders")!.Samples.Length);
        Assert.Equal(30, snapshot.Value("orders", ("otel.metric.overflow", "true")));
        Assert.Equal(2, snapshot.Value("orders", ("user", "7")));
        Assert.Equal(30, snapshot.Value("monigo.dropped", ("reason", "cardinality")));
    }

    [Fact]
    public void PastTheLimit_ObservedTotalsAddUp()
    {
        _meter.CreateObservableCounter("bytes", () => Enumerable.Range(0, Limit + 3).Select(user => new Measurement<int>(10, Tag("user", user))));
        Ticks.Collect(_aggregator);

        Assert.Equal(30, Ticks.Collect(_aggregator).Value("bytes", ("otel.metric.overflow", "true")));
    }

    [Fact]
    public void ManyTagSets_AreAllFoundAgain()
    {
        using var aggregator = new MeterAggregator(new([_meter.Name]), NullLogger<MeterAggregator>.Instance);
        var counter = _meter.CreateCounter<int>("orders");
        for (var round = 0; round < 3; round++)
        {
            for (var user = 0; user < 1500; user++)
                counter.Add(user, Tag("user", user), Tag("even", user % 2 == 0));
        }

        var snapshot = Ticks.Collect(aggregator);

        Assert.Equal(1500, snapshot.Find("orders")!.Samples.Length);
        Assert.All(snapshot.Find("orders")!.Samples, sample =>
            Assert.Equal(3 * int.Parse(sample.Series.Tags["user"]!, CultureInfo.InvariantCulture), sample.Value));
    }

    [Fact]
    public void TagsThatTheQuickHashCannotTellApart_AreAllFoundAgain()
    {
        using var aggregator = new MeterAggregator(new([_meter.Name]), NullLogger<MeterAggregator>.Instance);
        var counter = _meter.CreateCounter<int>("orders");
        var tags = Enumerable.Range(0, 500).Select(user => Tag("user", $"tenant-{user:000}-of-one-hundred-thousand")).ToArray();
        Assert.Single(tags.Select(tag => TagHash.Quick([tag])).Distinct());
        Assert.InRange(tags.Select(tag => TagHash.Strong([tag])).Distinct().Count(), 495, 500);

        foreach (var tag in tags.Concat(tags))
            counter.Add(1, tag);

        var snapshot = Ticks.Collect(aggregator);
        Assert.Equal(500, snapshot.Find("orders")!.Samples.Length);
        Assert.All(snapshot.Find("orders")!.Samples, sample => Assert.Equal(2, sample.Value));
    }

    [Fact]
    public void OwnerOf_MoreNamesThanTheLimit_IsRefusedAndKnownNamesStillAreNot()
    {
        static InstrumentInfo Named(int number) => new("made.up." + number.ToString(CultureInfo.InvariantCulture), InstrumentKind.Counter, Meter: "M");
        var names = new InstrumentNames(limit: 100);
        var number = 0;
        while (names.OwnerOf(Named(number)) is not null)
            number++;

        Assert.InRange(number, 1, 100);
        Assert.Null(names.OwnerOf(Named(number + 1)));
        Assert.NotNull(names.OwnerOf(Named(0)));
        Assert.NotNull(names.OwnerOf(ProcessInstruments.MemoryUsage));
    }

    [Fact]
    public void Hash_OfTags_TellsTheirOrderAndTheirValues()
    {
        KeyValuePair<string, object?> a = Tag("a", "one"), b = Tag("b", 2), swappedA = Tag("a", 2), swappedB = Tag("b", "one");

        Assert.NotEqual(TagHash.Quick([a, b]), TagHash.Quick([b, a]));
        Assert.NotEqual(TagHash.Quick([a, b]), TagHash.Quick([swappedA, swappedB]));
        Assert.NotEqual(TagHash.Strong([a, b]), TagHash.Strong([swappedA, swappedB]));
        Assert.NotEqual(TagHash.Strong([Tag("a", true)]), TagHash.Strong([Tag("b", true)]));
    }

    [Fact]
    public void Record_SameTagsInAnotherOrder_IsTheSameSeries()
    {
        var counter = _meter.CreateCounter<int>("orders");
        counter.Add(1, Tag("a", 1), Tag("b", 1));
        counter.Add(2, Tag("b", 1), Tag("a", 1));
        counter.Add(4, Tag("b", 1), Tag("a", 1));

        Assert.Equal(7, Assert.Single(Ticks.Collect(_aggregator).Find("orders")!.Samples).Value);
    }

    [Fact]
    public void AreEqual_OtherTags_AreNotTheStoredOnes()
    {
        KeyValuePair<string, object?> a = Tag("a", 1), b = Tag("b", 2);

        Assert.True(TagSequence.AreEqual([a, b], [a, b]));
        Assert.False(TagSequence.AreEqual([a, b], [b, a]));
        Assert.False(TagSequence.AreEqual([a, b], [b, b]));
        Assert.False(TagSequence.AreEqual([a, b], [a, Tag("b", 3)]));
        Assert.False(TagSequence.AreEqual([a, b], [a]));
    }

    [Fact]
    public void LongTagValues_AreCut()
    {
        _meter.CreateCounter<int>("orders").Add(1, Tag("path", new string('x', 100_000)));

        Assert.Equal(1, Ticks.Collect(_aggregator).Value("orders", ("path", new string('x', 1024))));
    }

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);
}
