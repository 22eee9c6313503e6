using MoniGo.Exporters;
using MoniGo.Signals;
using MoniGo.Wire;

namespace MoniGo.Tests;

public sealed class PrometheusScrapeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly Feed _feed = new();
    private readonly PrometheusScrape _scrape;

    public PrometheusScrapeTests() => _scrape = new(_feed, new Clock());

    [Fact]
    public void Before_the_first_tick_the_page_is_empty_and_valid()
    {
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", _scrape.Read(null).ContentType);
        Assert.Equal(0, _scrape.Read(null).Body.Length);
        Assert.Equal("# EOF\n"u8, _scrape.Read("application/openmetrics-text").Body.Span);
    }

    [Fact]
    public void Everybody_who_asks_within_one_tick_gets_the_same_bytes()
    {
        _feed.Latest = PageSnapshot.Of(PageSnapshot.Gauge("a", 1));
        var first = _scrape.Read(null);
        Assert.Same(first, _scrape.Read("*/*"));
        Assert.NotSame(first, _scrape.Read("application/openmetrics-text"));
        Assert.Same(first, _scrape.Read(null));

        _feed.Latest = PageSnapshot.Of(PageSnapshot.Gauge("a", 2));
        Assert.NotSame(first, _scrape.Read(null));
    }

    [Fact]
    public void The_five_names_of_MoniGo_are_on_the_page()
    {
        _feed.Latest = PageSnapshot.Of(
            PageSnapshot.Gauge("system.cpu.utilization", 0.25, "1"),
            PageSnapshot.Gauge("monigo.system.memory.used", 4096, "By"),
            PageSnapshot.Gauge("dotnet.thread_pool.queue.length", 2, "{work_item}"),
            PageSnapshot.Gauge("http.server.active_requests", 3, "{request}"),
            PageSnapshot.Gauge("monigo.function.active", 4, "{call}"),
            PageSnapshot.Family("system.disk.io", InstrumentKind.Counter, "By",
                (TagSet.Create(new("disk.io.direction", "read"), new("system.device", "sda")), 100),
                (TagSet.Create(new("disk.io.direction", "read"), new("system.device", "sdb")), 11),
                (TagSet.Create(new("disk.io.direction", "write"), new("system.device", "sda")), 7)));

        Assert.Equal(
            new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["monigo_cpu_usage_percent"] = 25,
                ["monigo_memory_usage_bytes"] = 4096,
                ["monigo_goroutines_count"] = 9,
                ["monigo_disk_read_bytes_total"] = 111,
                ["monigo_disk_write_bytes_total"] = 7,
            },
            Families().Take(5).ToDictionary(family => family.Name, family => family.Points.Single().Value, StringComparer.Ordinal));
    }

    [Fact]
    public void A_foreign_instrument_cannot_take_the_name_of_an_alias()
    {
        _feed.Latest = PageSnapshot.Of(
            PageSnapshot.Gauge("monigo.system.memory.used", 4096, "By"),
            PageSnapshot.Counter("monigo_memory_usage_bytes", 1));

        Assert.Equal(4096, Families().Single(family => family.Name is "monigo_memory_usage_bytes").Points.Single().Value);
    }

    [Fact]
    public void A_reading_that_is_missing_has_no_alias()
    {
        _feed.Latest = PageSnapshot.Of(PageSnapshot.Gauge("system.cpu.utilization", 0, "1"));
        Assert.DoesNotContain(Families(), family => family.Name is "monigo_memory_usage_bytes" or "monigo_goroutines_count");
    }

    [Fact]
    public void Status_CountsWhatWasHandedOut()
    {
        Assert.Equal(new ExporterStatus("prometheus", IsPush: false), _scrape.Status);
        _scrape.Read(null);
        Assert.Equal(0, _scrape.Status.Total);
        _scrape.CountSuccess();
        Assert.Equal(new ExporterStatus("prometheus", IsPush: false, 1, Now), _scrape.Status);
    }

    private IReadOnlyList<ExpositionFamily> Families() =>
        [.. ExpositionReader.Read(_scrape.Read(null).Body.Span, ExpositionFormat.Text).Where(family => family.Name is not "target_info")];

    private sealed class Feed : ISnapshotFeed
    {
        public Snapshot? Latest { get; set; }

        public Snapshot? Previous => null;

        public TimeSpan Interval => TimeSpan.FromSeconds(5);

        public ISnapshotSubscription Subscribe(int capacity) => throw new NotSupportedException();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
