using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>How long a page waits for 20 series of its history, from each tier.</summary>
/// <remarks>Budgets: 2 ms for a day from the minute tier, 8 ms from the ticks.</remarks>
internal sealed class QueryFigure : IFigure
{
    private const int Days = 30;

    // Fine enough that every row of the minute tier has ticks to sum up, coarse enough that 30 days pass in seconds.
    private static readonly TimeSpan CoarseInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public string Name => "query";

    public string About => "how long 20 series of history take, for a day and for a month";

    public async Task RunAsync(FigureWriter writer)
    {
        var day = new ReferenceDay();
        await using (var store = await OpenStore.KeepAsync(day, ReferenceDay.TicksPerDay, ReferenceDay.Interval))
        {
            var queries = new HistoryQueries(store.Samples, day);
            var end = day.Start + Day;
            await WriteAsync(writer, queries, "tier_24h_x20", "ms (budget 2)", end, Day, TimeSpan.FromMinutes(5));

            // 288 s are no whole minutes: only the ticks can answer that.
            await WriteAsync(writer, queries, "raw_24h_x20", "ms (budget 8)", end, Day, TimeSpan.FromSeconds(288));
        }

        await WriteMonthAsync(writer, day);
        StoreAnchors.WriteQuery(writer);
    }

    private static async Task WriteMonthAsync(FigureWriter writer, ReferenceDay day)
    {
        await using var store = await OpenStore.KeepAsync(day, (int)(Days * Day / CoarseInterval), CoarseInterval);
        var queries = new HistoryQueries(store.Samples, day);
        var (end, month) = (day.Start + (Days * Day), Days * Day);

        // Two hours and a half are no whole hours: the minute tier answers that.
        await WriteAsync(writer, queries, "tier_30d_x20", "ms (from hours)", end, month, TimeSpan.FromHours(2));
        await WriteAsync(writer, queries, "minute_30d_x20", "ms (from minutes)", end, month, TimeSpan.FromMinutes(150));
    }

    private static async Task WriteAsync(
        FigureWriter writer, HistoryQueries queries, string key, string unit, DateTimeOffset end, TimeSpan length, TimeSpan step)
    {
        var (milliseconds, cpuMilliseconds, points) = await queries.MeasureAsync(end, length, step);
        writer.Write($"{key}_ms", milliseconds, unit);
        writer.Write($"{key}_cpu_ms", cpuMilliseconds, "ms (of CPU, which other tenants cannot inflate)");
        writer.Write($"{key}_points", points, "");
    }
}
