using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Signals;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

public sealed class BackgroundServicesTests
{
    [Fact]
    public async Task Services_are_listed_in_order_without_our_own()
    {
        using var host = Build(services =>
        {
            services.AddHostedService(_ => new Worker(Task.Delay(Timeout.Infinite)));
            services.AddHostedService<Plain>();
            services.AddHostedService(_ => new SecondWorker(Task.CompletedTask));
        });
        await host.StartAsync();

        Assert.Equal(
            [
                ("BackgroundServicesTests.Worker", BackgroundServiceState.Running),
                ("BackgroundServicesTests.Plain", BackgroundServiceState.Running),
            ],
            Of(host).List().Take(2).Select(service => (service.Name, service.State)));
        await host.StopAsync();
        Assert.Equal(BackgroundServiceState.Stopped, Of(host).List()[0].State);
    }

    [Fact]
    public async Task A_service_that_is_made_anew_for_each_who_asks_is_not_made_for_us()
    {
        var made = 0;
        using var host = Build(services => services.AddTransient<IHostedService>(_ =>
        {
            made++;
            return new Worker(Task.CompletedTask);
        }));
        await host.StartAsync();

        Assert.Empty(Of(host).List());
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task The_web_server_is_named_as_people_would()
    {
        await using var app = TestHost.CreateBuilder(configure: options => options.Storage.Type = StorageType.Memory).Build();
        await app.StartAsync();

        Assert.Contains(
            new BackgroundServiceStatus("Web server", BackgroundServiceState.Running, default, null, null),
            Of(app).List().Select(service => service with { Since = default }));
    }

    [Fact]
    public async Task Work_that_ends_by_itself_is_completed_and_stays_so()
    {
        var work = new TaskCompletionSource();
        using var host = Build(services => services.AddHostedService(_ => new Worker(work.Task)));
        await host.StartAsync();
        Assert.Equal(BackgroundServiceState.Running, Assert.Single(Of(host).List()).State);

        work.SetResult();
        await WorkOf(host);

        Assert.Equal(BackgroundServiceState.Completed, Assert.Single(Of(host).List()).State);
        await host.StopAsync();
        Assert.Equal(BackgroundServiceState.Completed, Assert.Single(Of(host).List()).State);
    }

    [Theory]
    [InlineData(BackgroundServiceExceptionBehavior.Ignore)]
    [InlineData(BackgroundServiceExceptionBehavior.StopHost)]
    public async Task Work_that_fails_says_why_and_is_noted_once(BackgroundServiceExceptionBehavior behavior)
    {
        var work = new TaskCompletionSource();
        using var host = Build(services =>
        {
            services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = behavior);
            services.AddHostedService(_ => new Worker(work.Task));
        });
        await host.StartAsync();
        work.SetException(new FormatException("no such order"));
        await Assert.ThrowsAsync<FormatException>(() => WorkOf(host));

        var status = Assert.Single(Of(host).List());
        var snapshot = host.Services.GetRequiredService<SnapshotTicker>().Tick();
        await host.StopAsync();

        Assert.Equal((BackgroundServiceState.Faulted, "System.FormatException: no such order"), (status.State, status.Why));
        Assert.Equal(status, Assert.Single(Of(host).List()));
        Assert.Equal(1, snapshot.Find(ServiceInstruments.Faulted.Name, TagSet.Of(ServiceInstruments.Service, status.Name))!.Value.Value);
        var entry = Assert.Single(await FaultsAsync(host));
        Assert.Equal((status.Name, status.Why), (entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Work_that_fails_at_once_is_seen_too()
    {
        using var host = Build(services =>
        {
            services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
            services.AddHostedService(_ => new Worker(Task.FromException(new FormatException("at once"))));
        });
        await host.StartAsync();
        await Assert.ThrowsAsync<FormatException>(() => WorkOf(host));

        Assert.Equal("System.FormatException: at once", Assert.Single(Of(host).List()).Why);
    }

    [Fact]
    public async Task Two_services_of_one_type_are_told_apart()
    {
        using var host = Build(services =>
        {
            services.AddSingleton<IHostedService>(new Worker(Task.Delay(Timeout.Infinite)));
            services.AddSingleton<IHostedService>(new Worker(Task.Delay(Timeout.Infinite)));
        });
        await host.StartAsync();

        Assert.Equal(
            ["BackgroundServicesTests.Worker", "BackgroundServicesTests.Worker #2"], Of(host).List().Select(service => service.Name));
    }

    private static IBackgroundServices Of(IHost host) => host.Services.GetRequiredService<IBackgroundServices>();

    private static Task WorkOf(IHost host) => host.Services.GetServices<IHostedService>().OfType<Worker>().Single().ExecuteTask!;

    private static async Task<IEnumerable<EventEntry>> FaultsAsync(IHost host) =>
        (await host.Services.GetRequiredService<IEventLog>().ReadAsync(
            new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), EventKind.Health, 100)).Where(entry => entry.Action == "service.fault");

    private static IHost Build(Action<IServiceCollection> add)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.Services.AddMoniGoCore(options => options.Storage.Type = StorageType.Memory);
        add(builder.Services);
        return builder.Build();
    }

    private class Worker(Task work) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => work.WaitAsync(stoppingToken);
    }

    private sealed class SecondWorker(Task work) : Worker(work);

    private sealed class Plain : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
