using MoniGo.Signals;
using MoniGo.Tests;

namespace MoniGo.BrowserTests;

/// <summary>Requests and exceptions whose numbers are a function of time: routes that hit and miss a cache, one slow spell, one route with a very long name.</summary>
internal sealed class SeededRequests(DateTimeOffset start) : ISnapshotSource
{
    public const string Long = "/api/v{version:apiVersion}/tenants/{tenantId:guid}/warehouses/{warehouseId:guid}/stock-levels/{articleNumber:long}/reservations/{reservationId:guid}";

    private const double Tick = 5;

    private static readonly InstrumentInfo Durations = new(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s");

    private static readonly (string Route, string Method, string Status, double Rate, double Typical)[] Known =
    [
        ("/orders/{id}", "GET", "200", 9, 0.006), ("/orders/{id}", "GET", "404", 0.3, 0.002), ("/orders", "POST", "201", 2, 0.048),
        ("/orders", "POST", "500", 0.1, 0.4), ("/catalogue/search", "GET", "200", 14, 0.017), ("/checkout", "POST", "302", 1, 0.09), (Long, "PUT", "204", 0.4, 0.03),
    ];

    // Of a typical duration: how far, and how many of a hundred requests. The hill to the right are those that missed a cache.
    private static readonly (int Buckets, double Share)[] Shape =
        [(-9, 4), (-6, 9), (-3, 16), (-1, 19), (1, 15), (4, 9), (8, 3), (30, 4), (34, 8), (37, 7), (41, 3), (60, 0.6), (84, 0.1)];

    public void Collect(SnapshotBuilder builder)
    {
        var ticks = Math.Max(0, (builder.Time - start).TotalSeconds) / Tick;
        foreach (var request in Known)
        {
            var tags = TagSet.Create(
                new(PlatformInstruments.Route, request.Route), new(PlatformInstruments.Method, request.Method), new(PlatformInstruments.StatusCode, request.Status));
            builder.Add(new SeriesKey(Durations, tags), Recorded(request.Rate, request.Typical, ticks));
        }

        SyntheticTraces.Count(builder, (long)(4 * (ticks + 6 + (6 * Math.Sin(ticks / 12)))));
    }

    // What was recorded up to now: at the usual pace, and four times slower in the spell between the tenth and the twelfth minute.
    private static ExponentialHistogram Recorded(double rate, double typical, double ticks)
    {
        var slow = Math.Clamp(ticks - 120, 0, 24);
        var counts = new SortedDictionary<int, long>();
        foreach (var (buckets, share) in Shape)
        {
            var index = ExponentialBuckets.IndexOf(typical) + buckets;
            var usual = ticks - slow;
            Count(index, (usual + (3 * (1 - Math.Cos((usual / 9) + buckets)))) * rate * share / 100 * Tick);
            Count(index + (2 * ExponentialBuckets.PerOctave), slow * rate * share / 100 * Tick);
        }

        return new([.. counts.Keys], [.. counts.Values], 0, counts.Sum(pair => pair.Value * ExponentialBuckets.Midpoint(pair.Key)), double.NaN, double.NaN);

        void Count(int index, double count)
        {
            if (count >= 1)
                counts[index] = counts.GetValueOrDefault(index) + (long)count;
        }
    }
}
