using BenchmarkDotNet.Attributes;
using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>A day of three series walked in the disk store, for a closer look than the figure <c>query</c> gives.</summary>
[MemoryDiagnoser]
public class WalkBenchmarks
{
    private readonly ReferenceDay _day = new();
    private OpenStore _store = null!;

    /// <summary>A fast counter, a ratio with all its bits, a series that is mostly absent.</summary>
    [Params("reference.fast_count.01", "reference.ratio.01", "reference.sparse.01")]
    public string Instrument { get; set; } = "";

    /// <summary>288 s are read from the ticks, 300 s from the minute tier, and 0 gives each tick.</summary>
    [Params(0, 288, 300)]
    public int StepSeconds { get; set; }

    // The emitting toolchain calls setups and does not await them.
    [GlobalSetup]
    public void SetUp() => _store = OpenStore.KeepAsync(_day, ReferenceDay.TicksPerDay, ReferenceDay.Interval).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void CleanUp() => _store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public async Task<int> WalkDay()
    {
        var windows = 0;
        var range = new TimeRange(_day.Start, _day.Start + TimeSpan.FromDays(1));
        var query = new SampleQuery(StreamId.Local, new(Instrument), range, TimeSpan.FromSeconds(StepSeconds));
        await foreach (var series in _store.Samples.ReadAsync(query))
            windows += series.Windows.Length;

        return windows;
    }
}
