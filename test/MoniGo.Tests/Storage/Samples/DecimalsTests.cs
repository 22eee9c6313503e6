using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class DecimalsTests
{
    [Theory]
    [InlineData(1.23456, 2, 1.23)]
    [InlineData(-1.235, 0, -1)]
    [InlineData(123456, -3, 123000)]
    [InlineData(0.1 + 0.2, 12, 0.3)]
    public void Round_Decimals_GivesTheNearest(double value, int decimals, double rounded) =>
        Assert.Equal(rounded, Decimals.Round(value, decimals));

    [Fact]
    public void Apply_WithoutRules_GivesTheSameSnapshot()
    {
        var tick = new TickScript(Noon).Next((Level, 1.5));

        Assert.Same(tick, new Decimals(new Dictionary<string, int>()).Apply(tick));
    }

    [Fact]
    public void Apply_SeveralRules_TakesTheMostExact()
    {
        var rules = new Decimals(new Dictionary<string, int> { ["*"] = 0, ["test.*"] = 1, ["test.level"] = 2 });

        var rounded = rules.Apply(new TickScript(Noon).Next((Level, 1.2345), (Jobs, 1.2345)));

        Assert.Equal((1.23, 1.2), (rounded.Find(Level.Name)!.Samples[0].Value, rounded.Find(Jobs.Name)!.Samples[0].Value));
    }

    [Fact]
    public void Apply_OtherInstrumentsAndDistributions_KeepEveryBit()
    {
        var tick = new TickScript(Noon).Next(b =>
        {
            b.Add(new(Level), 1.2345);
            b.Add(new(Latency), Recorded(0.12345));
        });

        var rounded = new Decimals(new Dictionary<string, int> { ["test.latency"] = 0, ["other"] = 0 }).Apply(tick);

        Assert.Equal(tick.Find(Level.Name), rounded.Find(Level.Name));
        Assert.Equal(tick.Find(Latency.Name), rounded.Find(Latency.Name));
    }
}
