using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>MoniGo in a generic host, without ASP.NET Core.</summary>
public sealed class HeadlessTests
{
    [Fact]
    public async Task A_worker_without_a_web_server_is_measured_and_traced()
    {
        using var host = Build();
        await host.StartAsync();

        host.Services.GetRequiredService<IMoniGoTracer>().Trace("Refresh", () => { });
        var snapshot = host.Services.GetRequiredService<SnapshotTicker>().Tick();

        Assert.NotNull(snapshot.Find(ProcessInstruments.MemoryUsage.Name));
        Assert.NotNull(snapshot.Find(PlatformInstruments.PoolThreads));
        Assert.Equal(1, snapshot.Find(FunctionInstruments.Duration.Name, TagSet.Of("function", "Refresh"))!.Value.Value);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_users_meter_is_heard_by_its_pattern_and_no_other_is()
    {
        using var host = Build(options => options.Meters.Add("Headless.*"));
        await host.StartAsync();
        var meters = host.Services.GetRequiredService<IMeterFactory>();
        meters.Create("Headless.Orders").CreateCounter<int>("orders").Add(3);
        meters.Create("Elsewhere").CreateCounter<int>("noise").Add(1);

        var snapshot = host.Services.GetRequiredService<SnapshotTicker>().Tick();

        Assert.Equal(3, Assert.Single(snapshot.Find("orders")!.Samples).Value);
        Assert.Null(snapshot.Find("noise"));
    }

    [Fact]
    public async Task A_source_that_reads_the_feed_itself_does_not_stall_the_start()
    {
        // Met on the first run of the whole: the feed asked for its sources while a source asked for the feed.
        using var host = Build(services: services => services.AddSingleton<ISnapshotSource, EchoSource>());

        await host.StartAsync();
        var ticker = host.Services.GetRequiredService<SnapshotTicker>();
        ticker.Tick();
        var second = ticker.Tick();

        Assert.True(Assert.Single(second.Find("echo")!.Samples).Value > 0);
    }

    [Fact]
    public async Task A_store_of_the_users_own_takes_the_place_of_ours()
    {
        var store = new CountingStore();
        using var host = Build(services: store.Register);
        await host.StartAsync();

        await host.StopAsync();

        Assert.True(store.Appended > 0);
    }

    [Fact]
    public async Task Half_a_store_of_the_users_own_stops_the_start()
    {
        using var host = Build(services: services => services.AddSingleton<ISampleWriter>(new CountingStore()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("ISampleReader", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_start_fails_is_not_ticked()
    {
        var host = Build(services: services => services.AddHostedService<FailingService>());

        await Assert.ThrowsAsync<IOException>(() => host.StartAsync());
        var feed = host.Services.GetRequiredService<ISnapshotFeed>();
        await ((IAsyncDisposable)host).DisposeAsync();

        Assert.Null(feed.Latest);
    }

    [Fact]
    public async Task A_host_that_is_disposed_without_a_stop_ends_the_ticking()
    {
        var host = Build();
        await host.StartAsync();
        var feed = host.Services.GetRequiredService<ISnapshotFeed>();
        using var last = feed.Subscribe(100);

        await ((IAsyncDisposable)host).DisposeAsync();

        // Ends only when the ticker is disposed, which its loop does when it ends.
        await foreach (var _ in last.ReadAllAsync())
        {
        }
    }

    [Fact]
    public void A_second_AddMoniGo_adds_its_delegate_and_undoes_nothing()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:CardinalityLimit", "5"), new("MoniGo:Meters:0", "A.*")]);
        builder.Services.AddMoniGoCore(options => options.CardinalityLimit = 7);
        builder.Services.AddMoniGoCore();
        builder.Services.AddMoniGoCore(options => options.Tracing.MaxFunctions = 9);
        using var host = builder.Build();

        var options = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MoniGoOptions>>().Value;

        Assert.Equal((7, 9), (options.CardinalityLimit, options.Tracing.MaxFunctions));
        Assert.Equal(["A.*"], options.Meters);
    }

    [Fact]
    public async Task A_store_that_throws_is_logged_once_and_never_stops_the_host()
    {
        using var log = new ListLoggerProvider();
        using var host = Build(
            services: new CountingStore { Failure = new IOException("no disk") }.Register, log: log);
        await host.StartAsync();
        host.Services.GetRequiredService<SnapshotTicker>().Tick();
        host.Services.GetRequiredService<SnapshotTicker>().Tick();

        await host.StopAsync();

        Assert.Single(log.Lines, line => line.Contains("store", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_health_check_is_opt_in_and_says_what_is_over_its_limit()
    {
        using var host = Build(
            options => options.Health.MaxMemoryUsage = 1,
            services: services => services.AddHealthChecks().AddMoniGo(failureStatus: HealthStatus.Unhealthy));
        await host.StartAsync();
        var ticker = host.Services.GetRequiredService<SnapshotTicker>();
        ticker.Tick();
        ticker.Tick();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        var entry = report.Entries["monigo"];
        Assert.Contains("/ 1.00%", entry.Description, StringComparison.Ordinal);
        Assert.Equal(entry.Description!.Contains("exceeds", StringComparison.Ordinal) ? HealthStatus.Unhealthy : HealthStatus.Healthy, entry.Status);
    }

    [Fact]
    public async Task A_reload_switches_tracing_and_a_bad_reload_changes_nothing()
    {
        using var log = new ListLoggerProvider();
        using var host = Build(log: log);
        await host.StartAsync();
        var tracer = host.Services.GetRequiredService<IMoniGoTracer>();
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();

        configuration["MoniGo:Tracing:Enabled"] = "false";
        configuration.Reload();
        Assert.False(tracer.IsEnabled);

        configuration["MoniGo:Tracing:Enabled"] = "true";
        configuration["MoniGo:CardinalityLimit"] = "0";
        configuration.Reload();
        Assert.False(tracer.IsEnabled);
        Assert.Single(log.Lines, line => line.Contains("MoniGo:CardinalityLimit", StringComparison.Ordinal));

        configuration["MoniGo:CardinalityLimit"] = "5";
        configuration.Reload();
        Assert.True(tracer.IsEnabled);
    }

    private static IHost Build(
        Action<MoniGoOptions>? configure = null, Action<IServiceCollection>? services = null, ILoggerProvider? log = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (log is not null)
            builder.Logging.AddProvider(log);

        services?.Invoke(builder.Services);
        builder.Services.AddMoniGoCore(configure);
        return builder.Build();
    }

    private sealed class EchoSource(ISnapshotFeed feed) : ISnapshotSource
    {
        private static readonly SeriesKey Echo = new(new InstrumentInfo("echo", InstrumentKind.Gauge));

        public void Collect(SnapshotBuilder builder) => builder.Add(Echo, feed.Latest?.Sequence ?? 0);
    }

    private sealed class FailingService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new IOException("no port");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class CountingStore : ISampleWriter, ISampleReader
    {
        public StoreStatus Status { get; } = new("counting", TimeSpan.Zero, 0, 0, null);

        public void Register(IServiceCollection services) => services.AddSingleton<ISampleWriter>(this).AddSingleton<ISampleReader>(this);

        public async IAsyncEnumerable<SeriesWindows> ReadAsync(
            SampleQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield break;
        }

        public int Appended { get; private set; }

        public Exception? Failure { get; init; }

        public ValueTask<AppendResult> AppendAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default)
        {
            Appended++;
            return Failure is null ? ValueTask.FromResult(new AppendResult(AppendOutcome.Volatile)) : throw Failure;
        }
    }
}
