using System.Text;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

public sealed class ExpositionReaderTests
{
    [Fact]
    public void Read_EscapedLabel_GivesTheOriginal()
    {
        const string Nasty = "back\\slash \"quoted\"\nnext line, {brace} = ü 😀";
        var snapshot = PageSnapshot.Of(PageSnapshot.Family("g", InstrumentKind.Gauge, "", (TagSet.Of("label", Nasty), 1)));
        foreach (var format in Enum.GetValues<ExpositionFormat>())
        {
            var family = ExpositionReader.Read(PageSnapshot.WriteBytes(format, snapshot), format).Single(family => family.Name is "g");
            Assert.Equal(Nasty, family.Points.Single().Labels["label"]);
        }
    }

    [Fact]
    public void Read_HelpWithLineBreak_GivesTheOriginal()
    {
        var instrument = new InstrumentInfo("g", InstrumentKind.Gauge, "", "One \\ \"two\"\nthree.");
        var snapshot = PageSnapshot.Of(new SampleFamily(instrument, [new(new(instrument), 1)]));
        foreach (var format in Enum.GetValues<ExpositionFormat>())
        {
            var family = ExpositionReader.Read(PageSnapshot.WriteBytes(format, snapshot), format).Single(family => family.Name is "g");
            Assert.Equal(instrument.Description, family.Help);
        }
    }

    [Fact]
    public void Read_ForeignPage_TakesTimesCommentsAndUntypedLines()
    {
        var families = ExpositionReader.Read("""
            # made by hand
            up{job="x",} 1 1700000000000

            # HELP rpc_seconds A summary.
            # TYPE rpc_seconds summary
            rpc_seconds{quantile="0.5"} 4.5e-2
            rpc_seconds_sum 12
            rpc_seconds_count 3
            """u8, ExpositionFormat.Text);

        Assert.Equal(["up", "rpc_seconds"], families.Select(family => family.Name));
        Assert.Equal(1700000000000, families[0].Points.Single().Timestamp);
        Assert.Equal(ExpositionType.Summary, families[1].Type);
        Assert.Equal(0.045, families[1].Points[0].Value);
    }

    [Theory]
    [InlineData("a 1\na{b=\"1} 2\n", 2, "ends too early")]
    [InlineData("a\n", 1, "no value")]
    [InlineData("a one\n", 1, "'one'")]
    [InlineData("1a 1\n", 1, "no name")]
    [InlineData("a{b=\"\\t\"} 1\n", 1, "escape")]
    [InlineData("a{b=\"1\",b=\"2\"} 1\n", 1, "twice")]
    [InlineData("a 1\na 2\n", 2, "twice")]
    [InlineData("a 1\nb 1\na 2\n", 3, "further up")]
    [InlineData("# TYPE a gauge\na 1\n# TYPE a counter\n", 3, "behind its samples")]
    [InlineData("# TYPE a thing\n", 1, "not a type")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\n", 3, "does not rise")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 2\n", 2, "+Inf")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"+Inf\"} 2\na_count 3\n", 3, "count")]
    public void Read_BrokenText_NamesTheLine(string page, int line, string problem)
    {
        var error = Assert.Throws<ExpositionFormatException>(() => ExpositionReader.Read(Encoding.UTF8.GetBytes(page), ExpositionFormat.Text));
        Assert.Equal(line, error.Line);
        Assert.StartsWith($"Line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a 1\n", 1, "# EOF")]
    [InlineData("# EOF\na 1\n", 2, "behind # EOF")]
    [InlineData("\n# EOF\n", 1, "empty")]
    [InlineData("# note\n# EOF\n", 1, "comment")]
    [InlineData("# TYPE a gauge\n# UNIT a seconds\n# EOF\n", 2, "unit")]
    [InlineData("# TYPE a counter\na 1\n# EOF\n", 2, "further up")]
    public void Read_BrokenOpenMetrics_NamesTheLine(string page, int line, string problem)
    {
        var error = Assert.Throws<ExpositionFormatException>(() => ExpositionReader.Read(Encoding.UTF8.GetBytes(page), ExpositionFormat.OpenMetrics));
        Assert.Equal(line, error.Line);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_NamesTheLine() =>
        Assert.Equal(2, Assert.Throws<ExpositionFormatException>(
            () => ExpositionReader.Read([(byte)'a', (byte)' ', (byte)'1', (byte)'\n', 0xFF], ExpositionFormat.Text)).Line);
}
