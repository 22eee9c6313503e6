using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>What becomes of traced calls in a generic host, without ASP.NET Core.</summary>
public sealed class TracingHostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("monigo-tests-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_calls_of_a_worker_are_kept_with_their_log_lines_and_its_exception_counts_once()
    {
        using var host = Build(services => services.AddSingleton<Worker>().AddHostedService(provider => provider.GetRequiredService<Worker>()));
        await host.StartAsync();
        await host.Services.GetRequiredService<Worker>().Done.WaitAsync(Patience);

        var span = Assert.Single(await UntilAsync(() => FindAsync(host, new(Always, 10) { Name = "Refresh" }), spans => spans.Count == 1));
        var failed = Assert.Single(await UntilAsync(() => FindAsync(host, new(Always, 10) { Name = "Import" }), spans => spans.Count == 1));

        Assert.Equal(["refreshing 7 orders"], span.Lines.Select(line => line.Message));
        Assert.Equal(("Shop.Worker", "Information"), (span.Lines[0].Category, span.Lines[0].Level));
        Assert.InRange(span.Lines[0].Time, span.Start, span.Start + span.Duration);
        Assert.Equal(("sampled", "failed"), (span.Tags[SpanTags.Kept], failed.Tags[SpanTags.Kept]));

        var group = Assert.Single(host.Services.GetRequiredService<IExceptionGroups>().List());
        Assert.Equal(("System.InvalidOperationException", "Order {number} is void", 1), (group.Type, group.Shape, group.Count));
        Assert.Equal(group.Id, failed.Tags[SpanTags.ExceptionGroup]);
        Assert.EndsWith("Worker.ImportAsync", group.Stack, StringComparison.Ordinal);
        Assert.Equal(failed.TraceId, group.Example.TraceId);
        var snapshot = host.Services.GetRequiredService<SnapshotTicker>().Tick();
        Assert.Equal(1, snapshot.Find("monigo.exceptions", TagSet.Create(new("exception.group", group.Id), new("error.type", group.Type)))!.Value.Value);
        await host.StopAsync();
    }

    [Fact]
    public async Task Exception_groups_and_spans_survive_a_restart()
    {
        ExceptionGroup before;
        using (var first = Build(storage: StorageType.Disk))
        {
            await first.StartAsync();
            Fail(first);
            await first.StopAsync();
            before = Assert.Single(first.Services.GetRequiredService<IExceptionGroups>().List());
        }

        using var second = Build(storage: StorageType.Disk);
        await second.StartAsync();
        Fail(second);
        var groups = second.Services.GetRequiredService<IExceptionGroups>();
        var after = (await UntilAsync(() => Task.FromResult(groups.List()), list => list is [{ Count: 2 }]))[0];

        Assert.Equal((before.Id, before.FirstSeen, 2), (after.Id, after.FirstSeen, after.Count));
        Assert.Equal(2, (await UntilAsync(() => FindAsync(second, new(Always, 10) { Name = "Import" }), spans => spans.Count == 2)).Count);
        await second.StopAsync();
    }

    [Fact]
    public async Task A_call_that_ends_as_the_host_stops_is_kept()
    {
        using (var first = Build(storage: StorageType.Disk))
        {
            await first.StartAsync();
            first.Services.GetRequiredService<IMoniGoTracer>().Trace("Last", () => { });
            await first.StopAsync();
        }

        using var second = Build(storage: StorageType.Disk);
        await second.StartAsync();

        Assert.Single(await UntilAsync(() => FindAsync(second, new(Always, 10) { Name = "Last" }), spans => spans.Count > 0));
        await second.StopAsync();
    }

    [Fact]
    public async Task Activities_of_named_sources_are_functions_and_spans_with_their_log_lines()
    {
        using var source = new ActivitySource($"Bank.{Guid.NewGuid():N}");
        using var host = Build(configure: options => options.Tracing.Sources.Add("Bank.*"));
        await host.StartAsync();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bank");

        using (var activity = source.StartActivity("Transfer"))
        {
            Assert.False(activity!.Recorded);
            logger.Say("moving money");
        }

        var span = Assert.Single(await UntilAsync(() => FindAsync(host, new(Always, 10) { Name = "Transfer" }), spans => spans.Count == 1));
        Assert.Equal(["moving money"], span.Lines.Select(line => line.Message));
        var snapshot = host.Services.GetRequiredService<SnapshotTicker>().Tick();
        Assert.Equal(1, snapshot.Find(FunctionInstruments.Duration.Name, TagSet.Of("function", "Transfer"))!.Value.Value);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_hosts_log_filters_hold_for_kept_lines_too()
    {
        using var host = Build(settings: [new("Logging:MoniGo:LogLevel:Default", "Error")]);
        await host.StartAsync();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop");

        host.Services.GetRequiredService<IMoniGoTracer>().Trace("Place", () =>
        {
            logger.Say("filtered", LogLevel.Warning);
            logger.Say("told", LogLevel.Error);
        });

        var span = Assert.Single(await UntilAsync(() => FindAsync(host, new(Always, 10) { Name = "Place" }), spans => spans.Count == 1));
        Assert.Equal(["told"], span.Lines.Select(line => line.Message));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_reload_changes_what_is_kept_and_leaves_a_rate_that_was_set_by_hand()
    {
        using var host = Build();
        await host.StartAsync();
        var tracer = host.Services.GetRequiredService<FunctionTracer>();
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();

        tracer.SetSamplingRate(17);
        configuration["MoniGo:Tracing:SlowCallThreshold"] = "250ms";
        configuration["MoniGo:Tracing:SlowCallFloor"] = "5ms";
        configuration["MoniGo:Tracing:Logs:MaxLines"] = "3";
        configuration.Reload();
        Assert.Equal(
            new TraceSettings { SamplingRate = 17, SlowThreshold = TimeSpan.FromMilliseconds(250), SlowFloor = TimeSpan.FromMilliseconds(5) }, tracer.Settings);
        Assert.Equal(3, host.Services.GetRequiredService<SpanKeeper>().MostLines);

        configuration["MoniGo:Tracing:SamplingRate"] = "9";
        configuration.Reload();
        Assert.Equal(9, tracer.Settings.SamplingRate);

        tracer.SetSamplingRate(17);
        configuration.Reload();
        Assert.Equal(17, tracer.Settings.SamplingRate);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_store_of_the_users_own_that_traces_itself_neither_hangs_the_start_nor_the_keeping()
    {
        using var host = Build(services => services.AddSingleton<ISpanStore, TracingStore>());
        await host.StartAsync();
        host.Services.GetRequiredService<IMoniGoTracer>().Trace("Place", () => { });

        Assert.Equal("Place", (await ((TracingStore)host.Services.GetRequiredService<ISpanStore>()).First.WaitAsync(Patience)).Name);
        await host.StopAsync();
    }

    [Fact]
    public async Task Running_calls_are_listed()
    {
        using var host = Build();
        await host.StartAsync();
        var running = host.Services.GetRequiredService<IActiveCalls>();
        using (host.Services.GetRequiredService<IMoniGoTracer>().Start("Long"))
            Assert.Equal("Long", Assert.Single(running.List(10, "Long")).Function);

        Assert.Empty(running.List(10, "Long"));
        await host.StopAsync();
    }

    private static TimeRange Always => new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));

    private IHost Build(
        Action<IServiceCollection>? services = null,
        Action<MoniGoOptions>? configure = null,
        StorageType storage = StorageType.Memory,
        params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _root.FullName });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:Tracing:SamplingRate", "1"), .. settings]);
        services?.Invoke(builder.Services);
        builder.Services.AddMoniGoCore(options =>
        {
            options.Storage.Type = storage;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    private static void Fail(IHost host) => Assert.Throws<InvalidOperationException>(
        () => host.Services.GetRequiredService<IMoniGoTracer>().Trace("Import", Import));

    private static void Import() => throw new InvalidOperationException("Order 4711 is void");

    private static async Task<IReadOnlyList<Span>> FindAsync(IHost host, SpanQuery query) =>
        await host.Services.GetRequiredService<ISpanStore>().FindAsync(query);

    // Spans are made in the background, and what was kept on disk is read there.
    private static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = await read();
            if (isThere(found) || patience.IsCancellationRequested)
                return found;

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }

    private sealed class Worker(IMoniGoTracer tracer, ILoggerFactory loggers) : BackgroundService
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ILogger _logger = loggers.CreateLogger("Shop.Worker");

        public Task Done => _done.Task;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await tracer.TraceAsync("Refresh", async () =>
            {
                await Task.Yield();
                _logger.Say("refreshing 7 orders");
            });
            try
            {
                await tracer.TraceAsync("Night", () => tracer.TraceAsync("Import", ImportAsync));
            }
            catch (InvalidOperationException failure)
            {
                _logger.Say("the import failed", LogLevel.Error, failure);
            }

            _done.SetResult();
        }

        private static async Task ImportAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("Order 4711 is void");
        }
    }

    private sealed class TracingStore(IMoniGoTracer tracer, ILogger<TracingStore> logger) : ISpanStore
    {
        private readonly TaskCompletionSource<Span> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Span> First => _first.Task;

        public void Add(Span span)
        {
            logger.Say("adding a span");
            _first.TrySetResult(span);
        }

        public ValueTask<IReadOnlyList<Span>> GetTraceAsync(string traceId, CancellationToken cancellationToken = default) =>
            tracer.TraceAsync("GetTrace", () => new ValueTask<IReadOnlyList<Span>>([]));

        public ValueTask<IReadOnlyList<Span>> FindAsync(SpanQuery query, CancellationToken cancellationToken = default) => new([]);
    }
}
