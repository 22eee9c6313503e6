using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>The first load stays light with the worst of histories: noise, in lines and bands.</summary>
public sealed class DashboardWeightTests
{
    private const int Budget = 60 * 1024;
    private const double Megabyte = 1_048_576;

    [Theory]
    [InlineData("?range=15m")]
    [InlineData("?range=1h")] // 360 points a line and bands
    public async Task The_overview_over_noise_weighs_at_most_60_KB_with_its_script_and_style(string query)
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var store = host.Services.GetRequiredService<SampleStore>();
        var noise = new Noise();
        for (var i = -1300; i <= 0; i++)
        {
            var tick = noise.Tick(DashboardHost.Start + (i * SyntheticService.Interval), 1400 + i);
            await store.AppendAsync(StreamId.Local, tick);
            if (i >= -1)
                host.Feed.Publish(tick);
        }

        var page = await SizeAsync(host, query);
        var assets = 0;
        foreach (var key in new[] { "app.js", "app.css", "icon.svg" })
            assets += await SizeAsync(host, "assets/" + host.Services.GetRequiredService<AssetCatalog>()[key].Name);

        Assert.InRange(page + assets, 20 * 1024, Budget);
    }

    private static async Task<int> SizeAsync(DashboardHost host, string path)
    {
        using var response = await host.SendAsync("/monigo/" + path, null, ("Accept-Encoding", "br"));
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>A service whose every number is random, the same at each run.</summary>
    private sealed class Noise
    {
        private static readonly SeriesKey Requests = new(
            new(PlatformInstruments.RequestDuration, InstrumentKind.Histogram, "s"),
            TagSet.Create(new(PlatformInstruments.Route, "/orders/{id}"), new(PlatformInstruments.Method, "GET"), new(PlatformInstruments.StatusCode, "500")));

        private readonly Random _random = new(42);
        private readonly SnapshotBuilder _builder = new();
        private readonly HistogramAccumulator _durations = new();
        private readonly double[] _counters = new double[3];

        public Snapshot Tick(DateTimeOffset time, long sequence)
        {
            _builder.Begin(time);
            _builder.Add(new(ProcessInstruments.CpuUtilization), _random.NextDouble());
            _builder.Add(new(HostInstruments.CpuUtilization), _random.NextDouble());
            _builder.Add(new(ProcessInstruments.MemoryUsage), (200 + (100 * _random.NextDouble())) * Megabyte);
            foreach (var name in new[] { PlatformInstruments.HeapSize, PlatformInstruments.HeapCommitted })
                _builder.Add(new(new(name, InstrumentKind.UpDownCounter)), (100 + (100 * _random.NextDouble())) * Megabyte);

            foreach (var name in new[] { PlatformInstruments.PoolThreads, PlatformInstruments.PoolQueue })
                _builder.Add(new(new(name, InstrumentKind.UpDownCounter)), _random.Next(40));

            Grow(0, PlatformInstruments.Allocated, 1000 * Megabyte);
            Grow(1, PlatformInstruments.GcPause, 0.2);
            Grow(2, PlatformInstruments.Exceptions, 50);
            for (var i = 0; i < 20; i++)
                _durations.Record(_random.NextDouble());

            _builder.Add(Requests, _durations.ToHistogram());
            return _builder.Build(SyntheticService.Resource, 1, sequence);
        }

        private void Grow(int counter, string name, double most) =>
            _builder.Add(new(new(name, InstrumentKind.Counter)), _counters[counter] += most * _random.NextDouble());
    }
}
