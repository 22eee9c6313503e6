using System.Text;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

/// <summary>Two things that fall onto one name must never make a page that a scraper refuses.</summary>
public sealed class ExpositionCollisionTests
{
    [Fact]
    public void Write_SameNameSameKind_BecomesOneFamily()
    {
        var family = ReadBoth(
            PageSnapshot.Family("jobs.done", InstrumentKind.Gauge, "", (TagSet.Of("q", "a"), 1)),
            PageSnapshot.Family("jobs_done", InstrumentKind.Gauge, "", (TagSet.Of("q", "b"), 2), (TagSet.Of("q", "a"), 3)))
            .Single(family => family.Name is "jobs_done");

        Assert.Equal([1d, 2d], family.Points.Select(point => point.Value));
    }

    [Fact]
    public void Write_SameNameOtherKind_LeavesTheSecondOutAndSaysSo()
    {
        var snapshot = PageSnapshot.Of(PageSnapshot.Gauge("jobs.done", 1), PageSnapshot.Counter("jobs_done", 2));
        var families = ReadBoth([.. snapshot.Families]);
        Assert.DoesNotContain(families, family => family.Type == ExpositionType.Counter);
        Assert.Contains(
            "# MoniGo left out instrument \"jobs_done\": another one has the name jobs_done\n",
            PageSnapshot.Write(ExpositionFormat.Text, snapshot),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("took_count")]
    [InlineData("took_sum")]
    [InlineData("took_bucket")]
    public void Write_GaugeNamedLikeALineOfAHistogram_IsLeftOut(string name)
    {
        var families = ReadBoth(PageSnapshot.Histogram("took", "", TagSet.Empty, 1, 2), PageSnapshot.Gauge(name, 7));
        Assert.DoesNotContain(families, family => family.Name == name);
        Assert.Contains(families, family => family.Type == ExpositionType.Histogram);
    }

    [Fact]
    public void Write_InstrumentNamedTargetInfo_CannotTakeTheResourcesPlace()
    {
        var families = ReadBoth(PageSnapshot.Gauge("target.info", 7), PageSnapshot.Gauge("target", 8));
        Assert.Equal(1, families.Single(family => family.Name.StartsWith("target", StringComparison.Ordinal)).Points.Single().Value);
    }

    [Fact]
    public void Write_TagsThatFallOntoOneLabel_AreJoined()
    {
        var tags = TagSet.Create(new("user.id", "1"), new("user_id", "2"));
        var point = ReadBoth(PageSnapshot.Family("g", InstrumentKind.Gauge, "", (tags, 1))).Single(family => family.Name is "g").Points.Single();
        Assert.Equal(TagSet.Of("user_id", "1;2"), point.Labels);
    }

    [Fact]
    public void Write_SeriesWhoseLabelsRepeat_KeepsTheFirst()
    {
        var points = ReadBoth(PageSnapshot.Family("g", InstrumentKind.Gauge, "",
            (TagSet.Of("a.b", "x"), 1), (TagSet.Of("a_b", "x"), 2), (TagSet.Of("a_b", ""), 3), (TagSet.Empty, 4)))
            .Single(family => family.Name is "g").Points;

        Assert.Equal([1d, 3d], points.Select(point => point.Value));
    }

    [Theory]
    [InlineData("le", "exported_le")]
    [InlineData("__name__", "_name_")]
    [InlineData("2nd", "key_2nd")]
    [InlineData("a:b", "a_b")]
    [InlineData("", "_")]
    public void Write_TagWithAReservedOrIllegalKey_IsRenamed(string key, string label)
    {
        var family = ReadBoth(PageSnapshot.Histogram("took", "", TagSet.Of(key, "v"), 1)).Single(family => family.Name is "took");
        Assert.All(family.Points, point => Assert.Equal("v", point.Labels[label]));
    }

    [Fact]
    public void Whatever_the_names_are_the_page_can_be_read()
    {
        string[] names = ["", ".", "a", "a.total", "a_total", "a_created", "a_info", "a.bucket", "A-A", "é", "1", "target", "a:b", "le", "a\nb", "a\"b"];
        string[] units = ["", "1", "s", "{x}", "By/s", "/", "%", "}{"];
        var random = new Random(20261120);
        for (var round = 0; round < 200; round++)
        {
            var families = Enumerable.Range(0, 12).Select(_ =>
            {
                var (name, unit) = (names[random.Next(names.Length)], units[random.Next(units.Length)]);
                var tags = TagSet.Create(new(names[random.Next(names.Length)], "x\\\"\n\0\uD800"), new(names[random.Next(names.Length)], ""));
                var kind = (InstrumentKind)random.Next(4);
                return kind == InstrumentKind.Histogram
                    ? PageSnapshot.Histogram(name, unit, tags, 0.5, 2)
                    : PageSnapshot.Family(name, kind, unit, (tags, random.Next(9)), (TagSet.Empty, 1));
            });
            ReadBoth([.. families]);
        }
    }

    // The reader refuses every page that a scraper would misread; both formats must hold the same numbers.
    private static IReadOnlyList<ExpositionFamily> ReadBoth(params SampleFamily[] families)
    {
        var snapshot = PageSnapshot.Of(families);
        var text = ExpositionReader.Read(PageSnapshot.WriteBytes(ExpositionFormat.Text, snapshot), ExpositionFormat.Text);
        var open = ExpositionReader.Read(PageSnapshot.WriteBytes(ExpositionFormat.OpenMetrics, snapshot), ExpositionFormat.OpenMetrics);
        Assert.Equal(Lines(text), Lines(open));
        return open;
    }

    private static string Lines(IEnumerable<ExpositionFamily> families)
    {
        var lines = new StringBuilder();
        foreach (var point in families.SelectMany(family => family.Points))
            lines.Append(point.Name).Append(point.Labels.Count).Append(' ').Append(point.Value).Append('\n');

        return lines.ToString();
    }
}
