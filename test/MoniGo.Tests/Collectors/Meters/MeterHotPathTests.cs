using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class MeterHotPathTests : IDisposable
{
    private readonly Meter _meter = new("Test." + Guid.NewGuid().ToString("N"));
    private readonly MeterAggregator _aggregator;

    public MeterHotPathTests() => _aggregator = new(new([_meter.Name]), NullLogger<MeterAggregator>.Instance);

    public void Dispose()
    {
        _aggregator.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Measurements_AllocateNothing()
    {
        var counter = _meter.CreateCounter<long>("orders");
        var histogram = _meter.CreateHistogram<double>("latency");
        KeyValuePair<string, object?> route = new("route", "/orders/{id}"), code = new("code", (object)200);
        void Measure(int count)
        {
            for (var i = 0; i < count; i++)
            {
                counter.Add(1);
                counter.Add(1, route);
                histogram.Record(0.001, route, code);
                histogram.Record(0.001, code, route);
            }
        }

        Measure(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure(10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void FloodOfTagsPastTheLimit_AllocatesNothing()
    {
        using var meter = new Meter(_meter.Name + ".Flood");
        using var aggregator = new MeterAggregator(new([meter.Name], CardinalityLimit: 10), NullLogger<MeterAggregator>.Instance);
        var counter = meter.CreateCounter<long>("orders");
        var tags = Enumerable.Range(0, 1000).Select(user => new KeyValuePair<string, object?>("user", user)).ToArray();
        for (var i = 0; i < 20; i++)
            counter.Add(1, tags[i]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var tag in tags)
            counter.Add(1, tag);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void ManyThreadsWhileTicking_LoseNothing()
    {
        const int Threads = 4, Rounds = 50_000;
        var counter = _meter.CreateCounter<long>("orders");
        var fractions = _meter.CreateUpDownCounter<double>("level");
        var histogram = _meter.CreateHistogram<double>("latency");
        using var start = new Barrier(Threads + 1);
        var workers = Enumerable.Range(0, Threads).Select(worker => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < Rounds; i++)
            {
                var tag = new KeyValuePair<string, object?>("bucket", i % 300);
                counter.Add(1, tag);
                fractions.Add(0.5);
                histogram.Record(Math.ScaleB(1, i % 40), tag);
            }
        })).ToArray();
        foreach (var worker in workers)
            worker.Start();

        start.SignalAndWait();
        double lastOrders = 0, lastLatencies = 0;
        while (workers.Any(worker => worker.IsAlive))
        {
            var between = Ticks.Collect(_aggregator);
            var (orders, latencies) = (Total(between, "orders"), Total(between, "latency"));
            Assert.True(orders >= lastOrders && latencies >= lastLatencies, "A total went back.");
            (lastOrders, lastLatencies) = (orders, latencies);
        }

        var snapshot = Ticks.Collect(_aggregator);
        Assert.Equal(Threads * Rounds, Total(snapshot, "orders"));
        Assert.Equal(Threads * Rounds, Total(snapshot, "latency"));
        Assert.Equal(Threads * Rounds * 0.5, snapshot.Value("level"));
        Assert.Equal(
            Threads * Enumerable.Range(0, Rounds).Sum(i => Math.ScaleB(1, i % 40)),
            snapshot.Find("latency")!.Samples.Sum(sample => sample.Histogram!.Sum));
    }

    private static double Total(Snapshot snapshot, string instrument) =>
        snapshot.Find(instrument)?.Samples.Sum(sample => sample.Value) ?? 0;
}
