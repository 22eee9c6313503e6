using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>What a day of history takes: bytes on disk, time of a tick, memory; of histograms and of a fleet, too.</summary>
/// <remarks>Budgets: 1.05 B a sample, 8 MB of memory. Each side runs in a process of its own.</remarks>
internal sealed class StorageFigure : IFigure
{
    private const int TicksPerMinute = 12;
    private const int TicksPerHour = 720;

    public string Name => "storage";

    public string About => "what a day of history takes: bytes on disk, time of a tick, memory";

    public Task RunAsync(FigureWriter writer)
    {
        var (plain, day) = (StoreChild.Measure(StoreChild.Generate), StoreChild.Measure(StoreChild.Day));
        WriteDay(writer, day);
        WriteMemory(writer, plain, day);
        WriteTiers(writer, day);
        var jitter = StoreChild.Measure(StoreChild.DayWithJitter);
        writer.Write("bytes_per_sample_jitter", jitter["raw_bytes"] / jitter["samples"], "B");
        WriteAll(writer, StoreChild.Measure(StoreChild.Histograms));
        WriteAll(writer, StoreChild.Measure(StoreChild.Streams));
        StoreAnchors.WriteStorage(writer);
        return Task.CompletedTask;
    }

    private static void WriteDay(FigureWriter writer, Dictionary<string, double> day)
    {
        var floors = new ReferenceDay().Floors();
        writer.Write("bytes_per_sample", day["raw_bytes"] / day["samples"], "B (budget 1.05)");
        writer.Write("entropy_floor", floors.Sum(floor => floor.Bits) / 8 / floors.Sum(floor => floor.Samples), "B");
        writer.Write("samples_per_second", day["samples_per_second"], "1/s");
        foreach (var key in (string[])["tick_p50_us", "tick_p99_us", "tick_max_us", "tick_cpu_mean_us", "tick_cpu_p50_us", "tick_cpu_p99_us"])
            writer.Write(key, day[key], "us");

        writer.Write("tick_bytes", day["tick_bytes"], "B");
        writer.Write("seal_ms", day["seal_ms"], "ms");
        writer.Write("seal_allocated_mb", day["seal_allocated_mb"], "MB");
        writer.Write("wal_bytes_per_tick", day["wal_bytes_per_tick"], "B");
    }

    private static void WriteMemory(FigureWriter writer, Dictionary<string, double> plain, Dictionary<string, double> day)
    {
        writer.Write("added_rss_mb", day["rss_mb"] - plain["rss_mb"], "MB (budget 8; after a full collection and an hour of ticks; code that was compiled included)");
        writer.Write("added_rss_peak_mb", day["rss_peak_mb"] - plain["rss_peak_mb"], "MB (a day in seconds)");
        writer.Write("added_committed_mb", day["committed_mb"] - plain["committed_mb"], "MB (the collector's share of added_rss_mb)");
        writer.Write("added_managed_mb", day["managed_mb"] - plain["managed_mb"], "MB");
        writer.Write("anchor_host_rss_mb", plain["rss_mb"], "MB");
        writer.Write("head_bytes_per_live_series", day["head_bytes_per_live_series"], "B");
    }

    private static void WriteTiers(FigureWriter writer, Dictionary<string, double> day)
    {
        writer.Write("minute_tier_bytes_per_row", day["minute_bytes"] / Rows(TicksPerMinute), "B");
        writer.Write("minute_tier_mb_per_day", day["minute_bytes"] / 1e6, "MB");
        writer.Write("hour_tier_bytes_per_row", day["hour_bytes"] / Rows(TicksPerHour), "B");
        writer.Write("hour_tier_kb_per_day", day["hour_bytes"] / 1e3, "kB");
    }

    /// <summary>Windows in which a series is present, of all series.</summary>
    private static double Rows(int ticks)
    {
        var day = new ReferenceDay();
        return day.Series.Sum(series => day.Column(series.Number).Chunk(ticks).Count(window => window.Any(value => !double.IsNaN(value))));
    }

    private static void WriteAll(FigureWriter writer, Dictionary<string, double> figures)
    {
        foreach (var (key, value) in figures)
            writer.Write(key, value, key.EndsWith("_us", StringComparison.Ordinal) ? "us" : "B");
    }
}
