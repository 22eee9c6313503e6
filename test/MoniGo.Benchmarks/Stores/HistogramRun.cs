using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>Keeps six busy hours of 200 histograms.</summary>
internal static class HistogramRun
{
    private const int TicksPerHour = 720;
    private const int Hours = 6;
    private const int HoursOfWarmUp = 3;

    // Six to twelve: its mean load is a little above the day's.
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public static async Task<Dictionary<string, double>> KeepAsync()
    {
        await using var store = await OpenStore.AtAsync(Morning);
        var (points, waits, cpu, head, log) = (0L, new List<double>(), new List<double>(), 0.0, 0.0);
        foreach (var tick in new HistogramDay(Morning).Ticks(Hours * TicksPerHour))
        {
            waits.Add((await store.AppendAsync(StreamId.Local, tick)).TotalMicroseconds);
            cpu.Add(store.LastCpuMicroseconds);
            points += tick.Families.Sum(family => family.Samples.Length);
            if (tick.Sequence % TicksPerHour != 0)
                continue;

            await store.MoveToAsync(tick.Time); // seals the hour before, which in life is long done by now
            var status = store.Status;
            (head, log) = (status.HeadBytes / (double)status.LiveSeries, status.LogBytes / (double)TicksPerHour);
            if (tick.Sequence > HoursOfWarmUp * TicksPerHour)
                continue;

            waits.Clear();
            cpu.Clear();
            await Compiler.SettleAsync();
        }

        await store.SealAllAsync();
        return new(StringComparer.Ordinal)
        {
            ["bytes_per_histogram_point"] = store.BytesOf(0) / (double)points,
            ["minute_bytes_per_histogram_row"] = store.BytesOf(1) / (double)(HistogramDay.Histograms * Hours * 60),
            ["histogram_tick_p50_us"] = waits.Quantile(0.5),
            ["histogram_tick_cpu_p50_us"] = cpu.Quantile(0.5),
            ["head_bytes_per_live_histogram"] = head,
            ["histogram_wal_bytes_per_tick"] = log,
        };
    }
}
