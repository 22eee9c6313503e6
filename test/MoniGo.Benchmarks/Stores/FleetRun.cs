using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>Keeps an hour of a thousand small streams, then the backlog of ten that were cut off for a day.</summary>
internal static class FleetRun
{
    public static async Task<Dictionary<string, double>> KeepAsync()
    {
        var fleet = new ManyStreams();
        await using var store = await OpenStore.AtAsync(fleet.End - TimeSpan.FromHours(1));
        var punctual = await KeepAsync(store, fleet.Punctual(TimeSpan.FromHours(1)));
        var memory = store.Status.HeadBytes / (double)store.Status.LiveSeries;
        await store.SealAllAsync();
        var before = store.BytesOf(0);
        var late = await KeepAsync(store, fleet.Backlog(TimeSpan.FromDays(1)));
        await store.SealAllAsync();
        return new(StringComparer.Ordinal)
        {
            ["streams_bytes_per_sample"] = before / (double)punctual.Samples,
            ["streams_append_p50_us"] = punctual.Waits.Quantile(0.5),
            ["streams_append_p99_us"] = punctual.Waits.Quantile(0.99),
            ["streams_head_bytes_per_live_series"] = memory,
            ["backlog_bytes_per_sample"] = (store.BytesOf(0) - before) / (double)late.Samples,
            ["backlog_append_p50_us"] = late.Waits.Quantile(0.5),
        };
    }

    private static async Task<(long Samples, List<double> Waits)> KeepAsync(OpenStore store, IEnumerable<StreamTick> ticks)
    {
        var (samples, waits) = (0L, new List<double>());
        foreach (var tick in ticks)
        {
            waits.Add((await store.AppendAsync(tick.Stream, tick.Snapshot)).TotalMicroseconds);
            samples += tick.Snapshot.Families.Sum(family => family.Samples.Length);
        }

        return (samples, waits);
    }
}
