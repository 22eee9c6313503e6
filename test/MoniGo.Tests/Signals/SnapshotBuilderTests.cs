using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class SnapshotBuilderTests
{
    private readonly SnapshotBuilder _builder = new();

    [Fact]
    public void Build_SortsFamilies_SoThatEachIsFound()
    {
        _builder.Begin(Ticks.Start);
        string[] names = ["b", "a.b", "B", "a", "c", "a_b"];
        foreach (var name in names)
            _builder.Add(Key(name), name.Length);

        var snapshot = Build();

        Assert.Equal(names.Order(StringComparer.Ordinal), snapshot.Families.Select(family => family.Instrument.Name));
        Assert.All(names, name => Assert.Equal(name.Length, snapshot.Value(name)));
        Assert.Null(snapshot.Find("aa"));
    }

    [Fact]
    public void Begin_ForgetsTheLastTick()
    {
        _builder.Begin(Ticks.Start);
        _builder.Add(Key("a"), 1);
        var first = Build();
        _builder.Begin(Ticks.Start.AddSeconds(5));

        Assert.Empty(Build().Families);
        Assert.Equal(0, _builder.Count);
        Assert.Equal(1, first.Value("a"));
    }

    [Fact]
    public void Add_ValuesThatAreNoNumbers_AreRefusedAndCounted()
    {
        _builder.Begin(Ticks.Start);
        _builder.Add(Key("a"), double.NaN);
        _builder.Add(Key("a"), double.PositiveInfinity);
        _builder.Add(Key("a"), ExponentialHistogram.Empty);
        _builder.Add(Key("h", InstrumentKind.Histogram), 1);

        Assert.Empty(Build().Families);
        Assert.Equal(4, _builder.Refused);
    }

    [Fact]
    public void Add_ANameThatAnotherKindUses_IsRefused_UntilTheOtherIsGone()
    {
        _builder.Begin(Ticks.Start);
        _builder.Add(Key("a"), 1);
        _builder.Add(Key("a", InstrumentKind.Counter), 2);
        Assert.Equal((1, 1), (Build().Value("a"), _builder.Refused));

        _builder.Begin(Ticks.Start.AddSeconds(5));
        _builder.Add(Key("a", InstrumentKind.Counter), 2);

        Assert.Equal((2, 1), (Build().Value("a"), _builder.Refused));
        Assert.Equal(InstrumentKind.Counter, Build().Find("a")!.Instrument.Kind);
    }

    private static SeriesKey Key(string name, InstrumentKind kind = InstrumentKind.Gauge) => new(new InstrumentInfo(name, kind));

    private Snapshot Build() => _builder.Build(Ticks.Resource, epoch: 1, sequence: 1);
}
