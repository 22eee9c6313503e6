using System.Diagnostics;
using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>Lets the reference day pass, with a store or without.</summary>
internal static class DayRun
{
    private const int TicksPerHour = 720;

    // The first hours are for the compiler, which needs quiet in between. In the last ones sealing is timed on its own; until then
    // it runs beside the ticks, as in life.
    private const int HoursOfWarmUp = 6;
    private const int HoursBeside = 18;

    private static readonly TimeSpan PastGrace = TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1);

    /// <summary>Makes the ticks and drops them.</summary>
    public static async Task<Dictionary<string, double>> GenerateAsync()
    {
        var memory = new MemoryReadings();
        var waits = new List<double>(ReferenceDay.TicksPerDay); // as the other side has
        foreach (var tick in new ReferenceDay().Ticks())
        {
            waits.Add(tick.Sequence);
            if (tick.Sequence % TicksPerHour != 0)
                continue;

            memory.Read();
            if (tick.Sequence >= HoursBeside * TicksPerHour)
                memory.Rest();

            await WarmUpAsync(tick);
        }

        GC.KeepAlive(waits);
        return memory.Figures();
    }

    /// <summary>Keeps the ticks.</summary>
    public static async Task<Dictionary<string, double>> KeepAsync(TimeSpan? jitter)
    {
        var day = new ReferenceDay();
        await using var store = await OpenStore.AtAsync(day.Start);
        var run = new Readings(store);
        var start = Stopwatch.GetTimestamp();
        var beside = TimeSpan.Zero;
        foreach (var tick in day.Ticks(jitter))
        {
            var wait = await store.AppendAsync(StreamId.Local, tick);
            run.After(tick, wait);
            if (tick.Sequence % TicksPerHour != 0)
                continue;

            await store.MoveToAsync(tick.Time); // what still runs must end: an hour lasts longer in life
            run.AfterHour();
            if (tick.Sequence > HoursBeside * TicksPerHour)
                await run.SealAsync(tick.Time + PastGrace);

            if (tick.Sequence == HoursBeside * TicksPerHour)
                beside = Stopwatch.GetElapsedTime(start);

            if (tick.Sequence >= HoursBeside * TicksPerHour)
                run.Rest();

            if (await WarmUpAsync(tick))
                start = Stopwatch.GetTimestamp();
        }

        await store.SealAllAsync();
        return run.Figures(beside);
    }

    /// <summary>Gives the compiler a pause after each of the first hours; true for those.</summary>
    private static async Task<bool> WarmUpAsync(Snapshot tick)
    {
        var isWarmUp = tick.Sequence <= HoursOfWarmUp * TicksPerHour;
        if (isWarmUp)
            await Compiler.SettleAsync();

        return isWarmUp;
    }

    private sealed class Readings(OpenStore store)
    {
        private readonly MemoryReadings _memory = new();
        private readonly List<double> _waits = new(ReferenceDay.TicksPerDay);
        private readonly List<double> _cpu = new(ReferenceDay.TicksPerDay);
        private readonly List<double> _seals = [];
        private readonly List<double> _sealedBytes = [];
        private readonly List<double> _headBytes = [];
        private readonly List<double> _logBytes = [];
        private long _samples;
        private long _samplesBeside;

        public void Rest() => _memory.Rest();

        public async Task SealAsync(DateTimeOffset time)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            _seals.Add((await store.MoveToAsync(time)).TotalMilliseconds);
            _sealedBytes.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
        }

        public void After(Snapshot tick, TimeSpan wait)
        {
            var samples = tick.Families.Sum(family => family.Samples.Length);
            _samples += samples;
            if (tick.Sequence is <= HoursOfWarmUp * TicksPerHour or > HoursBeside * TicksPerHour)
                return;

            _samplesBeside += samples;
            _waits.Add(wait.TotalMicroseconds);
            _cpu.Add(store.LastCpuMicroseconds);
        }

        public void AfterHour()
        {
            _memory.Read();
            var status = store.Status;
            _headBytes.Add(status.HeadBytes / (double)status.LiveSeries);
            _logBytes.Add(status.LogBytes / (double)TicksPerHour);
        }

        public Dictionary<string, double> Figures(TimeSpan beside) => new(_memory.Figures())
        {
            ["samples"] = _samples,
            ["samples_per_second"] = _samplesBeside / beside.TotalSeconds,
            ["tick_p50_us"] = _waits.Quantile(0.5),
            ["tick_p99_us"] = _waits.Quantile(0.99),
            ["tick_max_us"] = _waits.Max(),
            ["tick_cpu_mean_us"] = _cpu.Average(),
            ["tick_cpu_p50_us"] = _cpu.Quantile(0.5),
            ["tick_cpu_p99_us"] = _cpu.Quantile(0.99),
            ["tick_bytes"] = store.AppendedBytes / (double)ReferenceDay.TicksPerDay,
            ["seal_ms"] = _seals.Quantile(0.5),
            ["seal_allocated_mb"] = _sealedBytes.Quantile(0.5),
            ["head_bytes_per_live_series"] = _headBytes.Max(),
            ["wal_bytes_per_tick"] = _logBytes.Quantile(0.5),
            ["raw_bytes"] = store.BytesOf(0),
            ["minute_bytes"] = store.BytesOf(1),
            ["hour_bytes"] = store.BytesOf(2),
        };
    }
}
