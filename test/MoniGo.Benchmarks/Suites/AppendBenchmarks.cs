using BenchmarkDotNet.Attributes;
using MoniGo.Signals;
using MoniGo.Workloads;

namespace MoniGo.Benchmarks;

/// <summary>A tick of 300 series appended to the disk store, for a closer look than the figure <c>storage</c> gives.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private const int TicksPerHour = 720;

    private readonly Snapshot[] _hour = new Snapshot[TicksPerHour];
    private OpenStore _store = null!;
    private IEnumerator<Snapshot> _ticks = null!;

    // The emitting toolchain calls setups and does not await them.
    [GlobalSetup]
    public void SetUp()
    {
        var day = new ReferenceDay();
        _store = OpenStore.AtAsync(day.Start).GetAwaiter().GetResult();
        _ticks = day.Ticks(count: int.MaxValue).GetEnumerator();
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _ticks.Dispose();
        _store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Seals the hour before and makes the next one, neither of which a caller waits for.</summary>
    [IterationSetup]
    public void MakeHour()
    {
        _store.Samples.MaintainAsync().GetAwaiter().GetResult();
        for (var i = 0; i < TicksPerHour && _ticks.MoveNext(); i++)
            _hour[i] = _ticks.Current;
    }

    [Benchmark(OperationsPerInvoke = TicksPerHour)]
    public async Task AppendTick()
    {
        foreach (var tick in _hour)
            await _store.AppendAsync(StreamId.Local, tick);
    }
}
