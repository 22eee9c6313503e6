using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>A service that never ran: each tick is a function of its number, so that pages are tested over the real store and engine.</summary>
internal static class SyntheticService
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // A little more than the range that pages show by default.
    private const int TicksBeforeStart = 16 * 60 / 5;
    private const double Megabyte = 1_048_576;

    private static readonly SeriesKey[] Endpoints =
    [
        Endpoint("/orders/{id}", "GET", "200"), Endpoint("/orders/{id}", "GET", "500"), Endpoint("/orders", "POST", "200"),
        Endpoint("/cart/{id}/items", "GET", "200"), Endpoint("/catalogue/search", "GET", "200"), Endpoint("/checkout", "POST", "200"),
        Endpoint("/checkout", "POST", "503"), Endpoint("/health", "GET", "200"), Endpoint("/users/{name}/avatar", "GET", "200"),
        Endpoint("/prices", "POST", "404"),
    ];

    private static readonly SeriesKey[] Functions =
    [
        .. from name in new[]
           {
               "OrderService.PlaceAsync(Cart,Customer)->Order", "PricingEngine.Recalculate(Cart)->decimal", "CartRepository.LoadAsync(Guid)->Cart",
               "SearchIndex.Query(string,int)->Page<Product>", "ThumbnailCache.Render(Stream)->byte[]", "TaxTable.Lookup(string)->decimal",
           }
           select new SeriesKey(FunctionInstruments.Duration, TagSet.Of(FunctionInstruments.Function, name)),
    ];

    private static readonly SeriesKey NightlyReport = new(
        FunctionInstruments.Duration, TagSet.Of(FunctionInstruments.Function, "Reports.Nightly(Clock)->Task"));

    private static readonly SeriesKey[] Exceptions =
    [
        .. from type in new[]
           {
               "System.OperationCanceledException", "Npgsql.PostgresException", "Shop.OutOfStockException",
               "System.IO.IOException", "System.Text.Json.JsonException", "System.FormatException",
           }
           select new SeriesKey(new(PlatformInstruments.Exceptions, InstrumentKind.Counter), TagSet.Of(PlatformInstruments.ErrorType, type)),
    ];

    private static readonly Lazy<Snapshot[]> BusyBefore = new(() => Make(idle: false));
    private static readonly Lazy<Snapshot[]> IdleBefore = new(() => Make(idle: true));

    public static Resource Resource { get; } = new(
        "storefront", "7f3c9a52", "web-3", 4711, new(2026, 11, 20, 8, 14, 0, TimeSpan.Zero), "2.14.0", "Production");

    /// <summary>Gets the ticks up to <see cref="Start"/>.</summary>
    public static IReadOnlyList<Snapshot> Before(bool idle) => (idle ? IdleBefore : BusyBefore).Value;

    /// <summary>Makes the tick so many intervals after <see cref="Start"/>; an idle service has had no request and no call.</summary>
    public static Snapshot Tick(long afterStart, bool idle = false)
    {
        var number = TicksBeforeStart + afterStart;
        var builder = new SnapshotBuilder();
        builder.Begin(Start + (afterStart * Interval));
        AddMachine(builder, number);
        if (!idle)
            AddTraffic(builder, number);

        return builder.Build(Resource, 1, number);
    }

    /// <summary>Makes the tick at <see cref="Start"/> without one instrument.</summary>
    public static Snapshot Without(string instrument)
    {
        var whole = Tick(0);
        return new(Resource, whole.Epoch, whole.Sequence, whole.Time, whole.Families.RemoveAll(family => family.Instrument.Name == instrument));
    }

    private static Snapshot[] Make(bool idle) =>
        [.. from number in Enumerable.Range(1, TicksBeforeStart) select Tick(number - TicksBeforeStart, idle)];

    private static void AddMachine(SnapshotBuilder builder, long number)
    {
        void Gauge(InstrumentInfo instrument, double value) => builder.Add(new SeriesKey(instrument), value);
        void Counter(string name, double value) => builder.Add(new SeriesKey(new(name, InstrumentKind.Counter)), value);
        static InstrumentInfo Up(string name) => new(name, InstrumentKind.UpDownCounter);

        Gauge(ProcessInstruments.CpuUtilization, 0.24 + (0.06 * Wave(number, 84)));
        Gauge(ProcessInstruments.CpuLimit, 4);
        Gauge(ProcessInstruments.MemoryUsage, (264 + (14 * Wave(number, 360))) * Megabyte);
        Gauge(HostInstruments.CpuUtilization, 0.38 + (0.08 * Wave(number, 84)));
        Gauge(HostInstruments.MemoryTotal, 2048 * Megabyte);
        Gauge(HostInstruments.MemoryUsed, 1200 * Megabyte);
        Gauge(Up(PlatformInstruments.HeapSize), (96 + number % 48) * Megabyte);
        Gauge(Up(PlatformInstruments.HeapCommitted), 196 * Megabyte);
        Gauge(Up(PlatformInstruments.PoolThreads), Math.Round(11 + (3 * Wave(number, 120))));
        Gauge(Up(PlatformInstruments.PoolQueue), number % 10 == 0 ? 12 : 0);
        Counter(PlatformInstruments.Allocated, number * 740 * Megabyte);
        Counter(PlatformInstruments.GcPause, number * 0.03);
        Gauge(OwnInstruments.TickDuration, 0.00142);
        Gauge(OwnInstruments.SeriesCount, 342);
    }

    private static void AddTraffic(SnapshotBuilder builder, long number)
    {
        builder.Add(new SeriesKey(new(PlatformInstruments.ActiveRequests, InstrumentKind.UpDownCounter)), 14 + Math.Round(8 * Wave(number, 8)));
        for (var at = 0; at < Endpoints.Length; at++)
            builder.Add(Endpoints[at], Recorded(0.003 * (Endpoints.Length - at), number));

        for (var at = 0; at < Functions.Length; at++)
            builder.Add(Functions[at], Recorded(0.002 * (Functions.Length - at), number));

        builder.Add(NightlyReport, number < TicksBeforeStart / 2 ? ExponentialHistogram.Empty : Recorded(4, times: 1));
        for (var at = 0; at < Exceptions.Length; at++)
            builder.Add(Exceptions[at], number * (Exceptions.Length - at));

        SyntheticTraces.Count(builder, number);
    }

    private static SeriesKey Endpoint(string route, string method, string status) => new(
        new(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s"),
        TagSet.Create(new(PlatformInstruments.Route, route), new(PlatformInstruments.Method, method), new(PlatformInstruments.StatusCode, status)));

    /// <summary>Ten durations around a typical one, recorded so many times over.</summary>
    private static ExponentialHistogram Recorded(double typical, long times)
    {
        int[] indices = [.. from at in Enumerable.Range(0, 10) select ExponentialBuckets.IndexOf(typical) + (at * 5)];
        long[] counts = [.. from _ in indices select times];
        return new(indices, counts, 0, typical * 20 * times, double.NaN, double.NaN);
    }

    private static double Wave(long number, double period) => Math.Sin(number / period * Math.Tau);
}
