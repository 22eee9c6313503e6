using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>A service that never ran: every reading is a function of time, so that pages can be shown and tested without one.</summary>
internal sealed class SyntheticService : ISeriesSource, ISampleReader
{
    private static readonly string[] Routes = ["/orders/{id}", "/orders", "/cart/{id}/items", "/catalogue/search", "/checkout", "/health", "/users/{name}/avatar", "/prices"];
    private static readonly string[] Functions =
    [
        "OrderService.PlaceAsync(Cart,Customer)->Order", "PricingEngine.Recalculate(Cart)->decimal", "CartRepository.LoadAsync(Guid)->Cart",
        "SearchIndex.Query(string,int)->Page<Product>", "ThumbnailCache.Render(Stream)->byte[]", "TaxTable.Lookup(string)->decimal",
    ];

    private static readonly string[] Exceptions = ["System.OperationCanceledException", "Npgsql.PostgresException", "Shop.OutOfStockException", "System.IO.IOException", "System.Text.Json.JsonException", "System.FormatException"];

    /// <summary>When nothing has happened yet, panels are to say so.</summary>
    public bool Idle { get; init; }

    public StoreStatus Status { get; init; } = new("disk", TimeSpan.FromDays(7), 38_400_000, 256L << 20, null);

    public static Resource Resource { get; } = new(
        "storefront", "7f3c9a52", "web-3", 4711, new(2026, 11, 20, 8, 14, 0, TimeSpan.Zero), "2.14.0", "Production");

    public static Snapshot SnapshotAt(DateTimeOffset time, long sequence = 1)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(time);
        void Gauge(InstrumentInfo instrument, double value) => builder.Add(new SeriesKey(instrument), value);
        static InstrumentInfo Up(string name) => new(name, InstrumentKind.UpDownCounter);

        Gauge(ProcessInstruments.CpuUtilization, Value(ProcessInstruments.CpuUtilization.Name, time));
        Gauge(ProcessInstruments.CpuLimit, 4);
        Gauge(ProcessInstruments.MemoryUsage, Value(ProcessInstruments.MemoryUsage.Name, time));
        Gauge(HostInstruments.MemoryTotal, 2L << 30);
        Gauge(Up(PlatformInstruments.PoolThreads), Value(PlatformInstruments.PoolThreads, time));
        Gauge(Up(PlatformInstruments.PoolQueue), Value(PlatformInstruments.PoolQueue, time));
        Gauge(Up(PlatformInstruments.ActiveRequests), 14 + Math.Round(8 * Wave(time, 40)));
        Gauge(new(PlatformInstruments.Exceptions, InstrumentKind.Counter), 1873 + sequence);
        Gauge(OwnInstruments.TickDuration, 0.00142);
        Gauge(OwnInstruments.SeriesCount, 342);
        return builder.Build(Resource, 1, sequence);
    }

    public ValueTask<IReadOnlyList<SeriesResult>> RangeAsync(
        SeriesQuery query, TimeRange range, TimeSpan step, CancellationToken cancellationToken)
    {
        var times = new List<DateTimeOffset>();
        for (var ticks = ((range.Start.UtcTicks / step.Ticks) + 1) * step.Ticks; ticks <= range.End.UtcTicks; ticks += step.Ticks)
            times.Add(new(ticks, TimeSpan.Zero));

        return new(Answer(query, times));
    }

    public IReadOnlyList<SeriesResult> Instant(SeriesQuery query, Snapshot latest, Snapshot? previous) => Answer(query, [latest.Time]);

    public async IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var all = query.Selector.Instrument switch
        {
            PlatformInstruments.RequestDuration => Endpoints(query.Range),
            "monigo.function.duration" => FunctionCalls(query.Range),
            _ => [],
        };

        foreach (var series in Idle ? [] : all)
            yield return series;
    }

    private List<SeriesResult> Answer(SeriesQuery query, IReadOnlyList<DateTimeOffset> times)
    {
        if (Idle)
            return [];

        string[] groups = query.GroupBy switch
        {
            PlatformInstruments.StatusCode => ["200", "404", "500", "503"],
            PlatformInstruments.ErrorType => Exceptions,
            _ => [""],
        };

        return [.. groups.Select((group, at) => new SeriesResult(group, [.. times.Select(time => Point(query, time, groups.Length == 1 ? -1 : at))]))];
    }

    private static SeriesPoint Point(SeriesQuery query, DateTimeOffset time, int group)
    {
        var value = query.Selector.Instrument == PlatformInstruments.RequestDuration && query.InTime == TimeReduction.Quantile
            ? Latency(query.Quantile, time)
            : Value(query.Selector.Instrument, time) * Share(query.GroupBy, group, time);

        return new(time, value * query.Scale, value * query.Scale, value * query.Scale);
    }

    private static double Share(string? groupBy, int group, DateTimeOffset time) => group switch
    {
        -1 => 1,
        _ when groupBy == PlatformInstruments.StatusCode => ((double[])[0.94, 0.052, 0.006 * (Wave(time, 95) + 1), 0.002])[group],
        _ => ((double[])[0.46, 0.22, 0.16, 0.09, 0.05, 0.02])[group] * (0.4 + Noise(time, group)),
    };

    private static double Latency(double quantile, DateTimeOffset time)
    {
        var spike = Noise(time, 7) > 0.97 ? 2.3 : 1;
        var typical = 0.0042 + (0.0016 * Wave(time, 300)) + (0.0008 * Noise(time, 8));
        return quantile switch { < 0.6 => typical, < 0.96 => typical * (3.6 + Noise(time, 9)) * spike, _ => typical * (7 + (3 * Noise(time, 10))) * spike };
    }

    private static double Value(string instrument, DateTimeOffset time) => instrument switch
    {
        PlatformInstruments.RequestDuration => 920 + (160 * Wave(time, 700)) + (60 * Wave(time, 90)) + (50 * Noise(time, 1)),
        PlatformInstruments.HeapSize => (96 + (70 * Saw(time, 240)) + (3 * Noise(time, 2))) * 1_048_576,
        PlatformInstruments.HeapCommitted => (196 + (6 * Wave(time, 900))) * 1_048_576,
        PlatformInstruments.Allocated => (148 + (22 * Wave(time, 500)) + (18 * Noise(time, 3))) * 1_048_576,
        PlatformInstruments.GcPause => 0.004 + (0.006 * Saw(time, 240)) + (Noise(time, 4) > 0.95 ? 0.012 : 0),
        PlatformInstruments.PoolThreads => Math.Round(11 + (3 * Wave(time, 600))),
        PlatformInstruments.PoolQueue => Noise(time, 5) > 0.9 ? Math.Round(12 * Noise(time, 6)) : 0,
        PlatformInstruments.Exceptions => 2.2 + (1.6 * Wave(time, 160)) + (1.2 * Noise(time, 11)),
        "process.cpu.utilization" => 0.24 + (0.06 * Wave(time, 420)) + (0.05 * Noise(time, 12)),
        "system.cpu.utilization" => 0.38 + (0.08 * Wave(time, 420)) + (0.07 * Noise(time, 13)),
        "process.memory.usage" => (264 + (14 * Wave(time, 1800)) + (2 * Noise(time, 14))) * 1_048_576,
        _ => 0,
    };

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private static double Wave(DateTimeOffset time, double period) => Math.Sin(Seconds(time) / period * Math.Tau);

    private static double Saw(DateTimeOffset time, double period) => Seconds(time) / period % 1;

    // A hash as noise: the same moment always reads the same.
    private static double Noise(DateTimeOffset time, int salt)
    {
        var hash = unchecked((uint)(time.ToUnixTimeSeconds() * 2654435761L) + ((uint)salt * 40503u));
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3266489917u);
        return (hash ^ (hash >> 16)) / (double)uint.MaxValue;
    }

    private static IEnumerable<SeriesWindows> Endpoints(TimeRange range)
    {
        var instrument = new InstrumentInfo(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s");
        for (var at = 0; at < Routes.Length; at++)
        {
            foreach (var status in (string[])(at % 3 == 0 ? ["200", "500"] : ["200"]))
            {
                var tags = TagSet.Create(
                    new(PlatformInstruments.Route, Routes[at]), new(PlatformInstruments.Method, at % 3 == 1 ? "POST" : "GET"), new(PlatformInstruments.StatusCode, status));
                yield return Windows(new(instrument, tags), range, 0.003 * (Routes.Length - at), status == "500" ? 7 : 18_000 / (at + 1));
            }
        }
    }

    private static IEnumerable<SeriesWindows> FunctionCalls(TimeRange range) => Functions.Select((name, at) => Windows(
        new(FunctionInstruments.Duration, TagSet.Of(FunctionInstruments.Function, name)), range, 0.002 * (Functions.Length - at), 9_000 / (at + 1)));

    private static SeriesWindows Windows(SeriesKey series, TimeRange range, double typical, int count)
    {
        var accumulator = new HistogramAccumulator();
        for (var at = 0; at < 200; at++)
            accumulator.Record(typical * (0.4 + (at / 60d) + (at > 190 ? 5 : 0)));

        // Two hundred distinct calls stand for the rest.
        accumulator.AddBucket(ExponentialBuckets.IndexOf(typical), Math.Max(0, count - 200));
        var histogram = accumulator.ToHistogram();
        return new(series, ImmutableArray.Create(new SampleWindow(range.End, 1, histogram.Count, 0, 0, 0, histogram.Count, histogram)));
    }
}
