using MoniGo.Signals;

namespace MoniGo.BrowserTests;

/// <summary>Traced functions whose numbers are a function of time: a few slow, one failing, one hardly called, one with a very long name.</summary>
/// <param name="start">When the process started that counts them.</param>
/// <param name="many">Further functions.</param>
internal sealed class SeededFunctions(DateTimeOffset start, int many) : ISnapshotSource
{
    public const string Slow = "Shop.Orders.OrderService.PlaceAsync(Cart,Customer)->Task<Order>";
    public const string Rare = "Shop.Reports.Nightly(Clock)->Task";

    public const string Long =
        "Shop.Integration.Warehouse.Synchronisation.StockLevelReconciliationService<TWarehouse>.ReconcileAsync(IReadOnlyDictionary<Guid,StockLevel>,ReconciliationOptions,CancellationToken)->Task<ReconciliationReport>";

    /// <summary>Name, calls a second, typical seconds, share of failures, share of own time.</summary>
    private static readonly (string Name, double Rate, double Typical, double Failing, double Own)[] Known =
    [
        (Slow, 14, 0.062, 0.021, 0.12),
        ("Shop.Orders.PaymentGateway.ChargeAsync(Payment)->Task<Receipt>", 14, 0.048, 0.018, 1),
        ("Shop.Orders.PricingEngine.Recalculate(Cart)->decimal", 88, 0.0031, 0, 0.7),
        ("Shop.Orders.TaxTable.Lookup(string)->decimal", 260, 0.00004, 0, 1),
        ("Shop.Catalogue.SearchIndex.Query(string,int)->Page<Product>", 41, 0.0174, 0.0004, 0.95),
        ("Shop.Catalogue.ThumbnailCache.Render(Stream)->byte[]", 9, 0.0231, 0, 1),
        ("Shop.Baskets.CartRepository.LoadAsync(Guid)->Task<Cart>", 120, 0.0042, 0.0002, 1),
        ("Shop.Baskets.CartRepository.SaveAsync(Cart)->Task", 37, 0.0067, 0, 1),
        (Long, 0.4, 1.8, 0, 0.5),
        (Rare, 0.01, 4.2, 0, 0.9),
        ("stock-refresh", 2, 0.31, 0, 1),
        ("Handle(Command)->Result", 55, 0.0009, 0.0001, 0.4),
    ];

    // Of a typical duration: how far, and how many of a hundred calls. The hill to the right are calls that missed a cache.
    private static readonly (int Buckets, double Share)[] Shape =
    [
        (-12, 1), (-8, 5), (-5, 11), (-3, 14), (-1, 16), (1, 14), (3, 10), (6, 6), (10, 3), (15, 2), (26, 3), (30, 5), (33, 4), (37, 2), (44, 1), (58, 0.4), (72, 0.1),
    ];

    private readonly (string Name, double Rate, double Typical, double Failing, double Own)[] _functions =
    [
        .. Known,
        .. from number in Enumerable.Range(0, many)
           select ($"Shop.Module{number % 17:D2}.Service{number % 61:D2}.Step{number:D4}Async(int)->Task", 2 + (number % 9), 0.0005 * (1 + (number % 23)), 0d, 0.5d),
    ];

    public void Collect(SnapshotBuilder builder)
    {
        for (var at = 0; at < _functions.Length; at++)
            Add(builder, _functions[at], Busy(builder.Time, at) - Busy(start, at), at);
    }

    private static void Add(SnapshotBuilder builder, (string Name, double Rate, double Typical, double Failing, double Own) function, double busy, int at)
    {
        var calls = busy * function.Rate;
        var durations = Recorded(function.Typical, calls);
        var failed = Math.Floor(calls * function.Failing);
        Add(FunctionInstruments.Duration, durations);
        AddNumber(FunctionInstruments.Active, SeededTracing.Running(function.Name));
        AddNumber(FunctionInstruments.Allocated, calls * 1024 * (1 + (at * 3 % 17)));
        AddNumber(FunctionInstruments.AttributedDuration, durations.Sum * 0.8);
        AddNumber(FunctionInstruments.SelfDuration, durations.Sum * 0.8 * function.Own);
        if (failed > 0)
            builder.Add(new SeriesKey(FunctionInstruments.Errors, Tags(FunctionInstruments.ErrorType, SeededTracing.ErrorType)), failed);

        builder.Add(new SeriesKey(FunctionInstruments.Kept, Tags(FunctionInstruments.KeptReason, "sampled")), Math.Floor(calls / 100));
        builder.Add(new SeriesKey(FunctionInstruments.Kept, Tags(FunctionInstruments.KeptReason, "slow")), Math.Floor(calls / 900));

        TagSet Tags(string key, string value) => TagSet.Create(new(FunctionInstruments.Function, function.Name), new(key, value));
        void AddNumber(InstrumentInfo instrument, double value) => builder.Add(new SeriesKey(instrument, TagSet.Of(FunctionInstruments.Function, function.Name)), value);
        void Add(InstrumentInfo instrument, ExponentialHistogram value) => builder.Add(new SeriesKey(instrument, TagSet.Of(FunctionInstruments.Function, function.Name)), value);
    }

    // Seconds of even traffic until a moment. It comes and goes, so that lines and trends have a shape.
    private static double Busy(DateTimeOffset moment, int at)
    {
        var seconds = moment.ToUnixTimeMilliseconds() / 1000d;
        return seconds + (90 * Math.Sin((seconds + (at * 40)) / 150));
    }

    private static ExponentialHistogram Recorded(double typical, double calls)
    {
        var middle = ExponentialBuckets.IndexOf(typical);
        var (indices, counts, sum) = (new List<int>(), new List<long>(), 0d);
        foreach (var (buckets, share) in Shape)
        {
            if ((long)(calls * share / 100) is not (> 0 and var count))
                continue;

            indices.Add(middle + buckets);
            counts.Add(count);
            sum += count * ExponentialBuckets.Midpoint(middle + buckets);
        }

        return new([.. indices], [.. counts], 0, sum, double.NaN, double.NaN);
    }
}
