using System.Globalization;
using MoniGo.Query;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class SeriesGroupsTests
{
    private static readonly SeriesQuery ByNode = SeriesQuery.LastOf(Level.Name) with { GroupBy = ["node"] };

    private readonly TickScript _ticks = new(Noon);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 9.2)]
    [InlineData(1, 10)]
    public void Quantile_AcrossGauges_IsOfTheirValues(double quantile, double expected)
    {
        var query = SeriesQuery.LastOf(Level.Name) with { Across = GroupReduction.Quantile, Quantile = quantile };

        Assert.Equal(expected, Assert.Single(Levels(query, ("e", 10), ("a", 1), ("d", 6), ("b", 2), ("c", 3))).Points[0].Value, 9);
    }

    [Fact]
    public void Min_AcrossGauges_IsTheSmallest() =>
        Assert.Equal(2, Assert.Single(Levels(SeriesQuery.LastOf(Level.Name) with { Across = GroupReduction.Min }, ("a", 5), ("b", 2), ("c", 3))).Points[0].Value);

    [Fact]
    public void MinAndMax_OfHistogram_AreOfWhatWasRecorded()
    {
        var tick = _ticks.Next(b => b.Add(new(Latency), Recorded(0.5, 2, 8)));

        Assert.Equal([0.5, 8], new[] { TimeReduction.Min, TimeReduction.Max }
            .Select(inTime => SeriesEngine.Instant(new(new(Latency.Name), inTime), tick, null)[0].Points[0].Value));
    }

    [Fact]
    public void GroupBy_TwoTags_MakesAGroupOfEachPairInOrder()
    {
        var tick = _ticks.Next(b =>
        {
            b.Add(Key(Level, ("node", "b"), ("disk", "0")), 1);
            b.Add(Key(Level, ("node", "a"), ("disk", "1")), 2);
            b.Add(Key(Level, ("node", "a"), ("disk", "0"), ("extra", "x")), 4);
            b.Add(Key(Level, ("node", "a"), ("disk", "0")), 8);
            b.Add(Key(Level, ("disk", "1")), 16);
        });

        var lines = SeriesEngine.Instant(ByNode with { GroupBy = ["node", "disk"] }, tick, null);

        Assert.Equal([(", 1", 16), ("a, 0", 12), ("a, 1", 2), ("b, 0", 1)], lines.Select(line => (line.Group, (int)line.Points[0].Value)));
        Assert.Equal(["a", "0"], lines[1].Values);
    }

    [Fact]
    public void Top_Groups_AreTheLargestFirst()
    {
        var lines = Levels(ByNode with { Top = 2 }, ("a", 1), ("b", 7), ("c", 3), ("d", 7));

        Assert.Equal(["b", "d"], lines.Select(line => line.Group));
    }

    [Fact]
    public void Top_WithRest_JoinsTheOthersAsOneGroup()
    {
        (string, double)[] levels = [("a", 1), ("b", 7), ("c", 3)];
        var sum = Levels(ByNode with { Top = 1, WithRest = true }, levels);
        var mean = Levels(ByNode with { Top = 1, WithRest = true, Across = GroupReduction.Mean }, levels);
        var quantile = Levels(ByNode with { Top = 1, WithRest = true, Across = GroupReduction.Quantile, Quantile = 1 }, levels);

        Assert.Equal([("b", 7d, false), ("(other)", 4d, true)], sum.Select(line => (line.Group, line.Points[0].Value, line.IsRest)));
        Assert.Equal(2, mean[^1].Points[0].Value); // of two series, not of two groups' sums
        Assert.Equal(3, quantile[^1].Points[0].Value);
        Assert.DoesNotContain(Levels(ByNode with { Top = 3, WithRest = true }, levels), line => line.IsRest);
    }

    [Fact]
    public void Top_WithRestOfHistograms_MergesBuckets()
    {
        var tick = _ticks.Next(b =>
        {
            b.Add(Key(Latency, ("node", "slow")), Recorded(100));
            b.Add(Key(Latency, ("node", "a")), Recorded([.. Enumerable.Repeat(0.001, 99)]));
            b.Add(Key(Latency, ("node", "b")), Recorded(10));
        });

        var lines = SeriesEngine.Instant(SeriesQuery.QuantileOf(Latency.Name, 0.5) with { GroupBy = ["node"], Top = 1, WithRest = true }, tick, null);

        Assert.Equal("slow", lines[0].Group);
        Assert.InRange(lines[1].Points[0].Value, 0.00097, 0.00103);
    }

    [Fact]
    public void GroupBy_MoreValuesThanGroups_JoinsTheRestAndLosesNothing()
    {
        const int Beyond = 3;
        var levels = Enumerable.Range(0, SeriesGroups.MaxGroups + Beyond)
            .Select(i => (i.ToString("D4", CultureInfo.InvariantCulture), 1d)).ToArray();

        var all = Levels(ByNode, levels);
        var top = Levels(ByNode with { Top = 2, WithRest = true }, levels);

        Assert.Equal(SeriesGroups.MaxGroups + 1, all.Count);
        Assert.Equal((true, Beyond), (all[^1].IsRest, all[^1].Points[0].Value));
        Assert.Equal([1, 1, levels.Length - 2], top.Select(line => line.Points[0].Value));
    }

    [Fact]
    public void Scale_Negative_TurnsTheBandOver() =>
        Assert.Equal(new(-4, -6, -2), new ValueBand(4, 2, 6).Times(-1));

    [Fact]
    public void Query_NumberOutOfRange_IsRefusedByName()
    {
        static void Refused(string name, string range, Func<SeriesQuery> make)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(make);
            Assert.Equal(name, refusal.ParamName);
            Assert.Contains(range, refusal.Message, StringComparison.Ordinal);
        }

        Refused("Quantile", "from 0 to 1", () => ByNode with { Quantile = 1.01 });
        Refused("Quantile", "from 0 to 1", () => ByNode with { Quantile = double.NaN });
        Refused("Top", "from 1 to 500", () => ByNode with { Top = 0 });
        Refused("Top", "from 1 to 500", () => ByNode with { Top = SeriesGroups.MaxGroups + 1 });
        Refused("Scale", "finite", () => ByNode with { Scale = 0 });
        Refused("GroupBy", "at most 4", () => ByNode with { GroupBy = ["a", "b", "c", "d", "e"] });
        Refused("GroupBy", "name", () => ByNode with { GroupBy = [""] });
        Assert.Empty((ByNode with { GroupBy = default }).GroupBy);
    }

    private IReadOnlyList<SeriesResult> Levels(SeriesQuery query, params (string Node, double Value)[] levels)
    {
        var tick = _ticks.Next(b => Array.ForEach(levels, level => b.Add(Key(Level, ("node", level.Node)), level.Value)));
        return SeriesEngine.Instant(query, tick, null);
    }
}
