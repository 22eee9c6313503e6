using System.Globalization;
using System.Text;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

public sealed class ExpositionWriterTests
{
    private static readonly double[] Recorded = [0, -1, 0.0004, 0.001, 0.0009765625, 0.2, 0.25, 0.2500001, 3, 3, 17, 5000];

    [Theory]
    [InlineData((int)ExpositionFormat.Text, "small.txt")]
    [InlineData((int)ExpositionFormat.OpenMetrics, "small.openmetrics.txt")]
    public void A_small_snapshot_is_written_as_the_golden_file_shows(int format, string file)
    {
        var snapshot = PageSnapshot.Of(
            PageSnapshot.Counter("dotnet.gc.pause.time", 1.5, "s"),
            PageSnapshot.Family("http.server.active_requests", InstrumentKind.UpDownCounter, "{request}",
                (TagSet.Create(new("url.scheme", "https"), new("http.request.method", "GET")), 3),
                (TagSet.Create(new("url.scheme", "http"), new("http.request.method", "say \"hi\"\\\n")), 1)),
            PageSnapshot.Histogram("http.server.request.duration", "s", TagSet.Of("http.route", "/orders/{id}"), Recorded),
            PageSnapshot.Gauge("system.cpu.utilization", 0.125, "1"));

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Wire", "Fixtures", file));
        Assert.Equal(expected, PageSnapshot.Write((ExpositionFormat)format, snapshot));
    }

    [Theory]
    [InlineData((int)ExpositionFormat.Text)]
    [InlineData((int)ExpositionFormat.OpenMetrics)]
    public void Write_Histogram_CumulativeCountsAreExact(int format)
    {
        var page = PageSnapshot.WriteBytes(
            (ExpositionFormat)format, PageSnapshot.Of(PageSnapshot.Histogram("took", "s", TagSet.Empty, Recorded)));

        var family = ExpositionReader.Read(page, (ExpositionFormat)format).Single(family => family.Name is "took_seconds");
        var buckets = family.Points.Where(point => point.Name is "took_seconds_bucket").ToList();
        Assert.Equal(23, buckets.Count);
        foreach (var bucket in buckets)
        {
            var bound = bucket.Labels["le"] is "+Inf"
                ? double.PositiveInfinity
                : double.Parse(bucket.Labels["le"]!, CultureInfo.InvariantCulture);
            Assert.Equal(Recorded.Count(value => value <= bound), bucket.Value);
        }

        Assert.Equal(Recorded.Length, family.Points.Single(point => point.Name is "took_seconds_count").Value);
        Assert.Equal(Recorded.Sum(), family.Points.Single(point => point.Name is "took_seconds_sum").Value, 9);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("ms")]
    [InlineData("us")]
    [InlineData("ns")]
    [InlineData("By")]
    [InlineData("{item}")]
    public void For_AnyUnit_EachBoundEndsABucketAndItsTextIsExact(string unit)
    {
        var bounds = HistogramBounds.For(unit);
        Assert.InRange(bounds.Values.Length, 10, 25);
        for (var i = 0; i < bounds.Values.Length; i++)
        {
            Assert.Equal(bounds.Values[i], ExponentialBuckets.UpperBound(ExponentialBuckets.IndexOf(bounds.Values[i])));
            var label = Encoding.UTF8.GetString(bounds.Label(i, ExpositionFormat.Text));
            Assert.Equal(bounds.Values[i], double.Parse(label, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Write_NoSnapshot_IsAnEmptyValidPage()
    {
        Assert.Equal("", PageSnapshot.Write(ExpositionFormat.Text, null));
        Assert.Equal("# EOF\n", PageSnapshot.Write(ExpositionFormat.OpenMetrics, null));
    }

    [Fact]
    public void Write_ASecondPage_DoesNotRememberTheFirst()
    {
        var writer = new ExpositionWriter();
        var (first, second) = (new System.Buffers.ArrayBufferWriter<byte>(), new System.Buffers.ArrayBufferWriter<byte>());
        var snapshot = PageSnapshot.Of(PageSnapshot.Gauge("a", 1), PageSnapshot.Counter("b.b", 2));
        writer.Write(ExpositionFormat.Text, snapshot, [], first);
        writer.Write(ExpositionFormat.Text, snapshot, [], second);
        Assert.Equal(first.WrittenSpan.ToArray(), second.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0.1, "0.1")]
    [InlineData(-12, "-12")]
    public void Write_Gauge_TheNumberIsShortestAndExact(double value, string expected)
    {
        var page = PageSnapshot.Write(ExpositionFormat.Text, PageSnapshot.Of(PageSnapshot.Gauge("g", value)));
        Assert.Contains($"\ng {expected}\n", page, StringComparison.Ordinal);
    }
}
