using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>An application that makes names up: a million of them, where a thousand are told apart.</summary>
[CollectionDefinition(nameof(RunawayNamesTests), DisableParallelization = true)] // it weighs the whole process
[Collection(nameof(RunawayNamesTests))]
public sealed class RunawayNamesTests
{
    private const int Limit = 1_000;
    private const int MaxBytes = 4 << 20;

    [Fact]
    public async Task A_million_names_stay_within_the_cap_and_lose_no_call()
    {
        using var tracer = new FunctionTracer(maxFunctions: Limit, maxBytes: MaxBytes);
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        var total = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var tick = 0; tick < 100; tick++)
        {
            var first = tick * 10_000;
            await Task.WhenAll(OnNewThread.Run(() => CallMany(tracer, first)), OnNewThread.Run(() => CallMany(tracer, first + 5_000)));
            total += Increase(counted, tracer);
            Assert.InRange(tracer.Slabs.Budget.Used, 0, MaxBytes);
            Assert.InRange(tracer.Functions.All.Length, 1, Limit + 1);
        }

        counted.Clear();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(1_000_000 + 200, total);
        Assert.InRange(held, long.MinValue, MaxBytes + (Limit * 2_048));
        Assert.True(TracerReading.Of(tracer).Evictions > Limit);
    }

    private static void CallMany(FunctionTracer tracer, int first)
    {
        tracer.Trace("steady", static () => { });
        for (var i = 0; i < 5_000; i++)
            tracer.Trace($"name {first + i}", static () => { });
    }

    // What a reader of cumulative counters adds up: a series that was away begins at zero.
    private static long Increase(Dictionary<string, long> counted, FunctionTracer tracer)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(DateTimeOffset.UnixEpoch);
        tracer.Collect(builder);
        var snapshot = builder.Build(new Resource("test", "1", "host", 1, DateTimeOffset.UnixEpoch), epoch: 1, sequence: 1);
        var now = snapshot.Find(FunctionInstruments.Duration.Name)!.Samples
            .ToDictionary(sample => sample.Series.Tags[FunctionInstruments.Function]!, sample => (long)sample.Value, StringComparer.Ordinal);
        var increase = now.Sum(pair => pair.Value - counted.GetValueOrDefault(pair.Key));
        counted.Clear();
        foreach (var (name, value) in now)
            counted[name] = value;

        return increase;
    }
}
