using MoniGo.Dashboard;
using MoniGo.Query;

namespace MoniGo.Tests;

public sealed class DashboardNumberTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "–")]
    [InlineData(double.NaN, "–")]
    [InlineData(0d, "0")]
    [InlineData(0.004, "<0.01")]
    [InlineData(1.618, "1.62")]
    [InlineData(17.34, "17.3")]
    [InlineData(163.6, "164")]
    [InlineData(1056.2, "1,056")]
    [InlineData(2_500_000d, "2.5M")]
    [InlineData(7_200_000_000d, "7.2G")]
    public void Write_AnyNumber_ShowsAboutThreeDigits(double? value, string expected) => Assert.Equal(expected, Unit.Write(value));

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(38_400_000, "36.6 MB")]
    [InlineData(1_610_612_736, "1.5 GB")]
    public void WriteBytes_AnySize_PicksTheUnit(double bytes, string expected) => Assert.Equal(expected, Unit.WriteBytes(bytes));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1067, 1200)]
    [InlineData(255, 300)]
    [InlineData(0.071, 0.08)]
    [InlineData(9.2, 10)]
    public void NiceTop_AnyLargest_IsJustAbove(double largest, double expected) => Assert.Equal(expected, Drawing.NiceTop(largest), 9);

    [Fact]
    public void Over_RangeWithinAWindow_EndsWithTheLastWholeOne() => Assert.Equal(
        new Grid(Noon.AddMinutes(5), TimeSpan.FromMinutes(5), 11),
        Grid.Over(new(Noon.AddMinutes(2), Noon.AddMinutes(57)), TimeSpan.FromMinutes(5)));

    [Fact]
    public void Over_RangeShorterThanAStep_HasNoMoments() =>
        Assert.Equal(0, Grid.Over(new(Noon, Noon.AddSeconds(20)), TimeSpan.FromMinutes(1)).Count);

    [Fact]
    public void Spread_PointsWithAGap_LeavesTheGap()
    {
        var grid = Grid.Over(new(Noon, Noon.AddSeconds(20)), TimeSpan.FromSeconds(5));
        SeriesPoint[] points = [new(Noon.AddSeconds(5), 1.23456, 0, 0), new(Noon.AddSeconds(20), 20_000.4, 0, 0), new(Noon.AddHours(1), 9, 0, 0)];

        Assert.Equal([1.235, null, null, 20_000], grid.Spread(points));
    }

    [Fact]
    public void Thin_LongLine_KeepsEveryPeak() =>
        Assert.Equal([7, 9, null], Grid.Thin([1, 7, 9, null, null, null], 3));

    [Fact]
    public void Line_WithAGap_LiftsThePen() =>
        Assert.Equal("M0 10l133 -9M400 1", Drawing.Line([0, 1, null, 1], 1, 10));

    [Fact]
    public void Area_WithAGap_IsTwoAreas() =>
        Assert.Equal("M0 10l0 0l133 -9V10ZM400 10l0 -9V10Z", Drawing.Area([0, 1, null, 1], 1, 10));

    [Theory]
    [InlineData(90, "90 s")]
    [InlineData(3 * 3600, "3 h")]
    [InlineData(90 * 86_400, "90 d")]
    [InlineData(730 * 86_400, "2 y")]
    public void WriteSpan_AnyLength_PicksTheUnit(int seconds, string expected) =>
        Assert.Equal(expected, Unit.WriteSpan(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("Checkout.PlaceAsync(Cart)->Order", "Checkout.", "PlaceAsync", "(Cart)->Order")]
    [InlineData("Shop.Checkout.Place(Shop.Cart)", "Shop.Checkout.", "Place", "(Shop.Cart)")]
    [InlineData("nightly", "", "nightly", "")]
    [InlineData("(odd)", "", "(odd)", "")]
    [InlineData("GET /reports/sales.csv", "", "GET /reports/sales.csv", "")]
    public void SplitFunction_AnyName_TellsTypeAndSignatureApart(string function, string type, string name, string signature) =>
        Assert.Equal((type, name, signature), Markup.SplitFunction(function));

    [Fact]
    public void Join_KeptGroups_AreSummedAndZeroWhereNoneIs()
    {
        var line = new Line("failed", SeriesQuery.RateOf("requests"), Tone.Bad) { Keep = status => status.StartsWith('5') };
        SeriesResult[] answer =
        [
            new("200", [new(Noon, 90, 90, 90), new(Noon.AddSeconds(5), 80, 80, 80)]),
            new("500", [new(Noon, 2, 2, 2)]),
            new("503", [new(Noon, 1, 1, 1)]),
        ];

        Assert.Equal([3, 0], line.Join(answer).Select(point => point.Value));
    }

    [Fact]
    public void Split_MoreGroupsThanLines_PutsTheRestTogether()
    {
        var grouped = new GroupedLines(SeriesQuery.RateOf("x"), 1, group => group);
        SeriesResult[] answer = [Group("small", 1), Group("large", 9), Group("tiny", 0.5)];

        Assert.Equal([("large", 1), ("other", 2)], grouped.Split(answer).Select(line => (line.Label, line.Results.Count)));
    }

    private static SeriesResult Group(string name, double value) => new(name, [new(Noon, value, value, value)]);
}
