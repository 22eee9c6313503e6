using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Dashboard;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>An app that has nothing but the dashboard, mounted at <c>/monigo</c> over a synthetic service.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = SyntheticService.Start;

    private readonly WebApplication _app;
    private readonly bool _idle;
    private long _ticks;

    private DashboardHost(WebApplication app, FakeFeed feed, bool idle) => (_app, Feed, Client, _idle) = (app, feed, app.GetTestClient(), idle);

    public FakeFeed Feed { get; }

    public HttpClient Client { get; }

    /// <summary>What is running, has failed and is hosted; for tests to fill.</summary>
    public FakeTracing Tracing => Services.GetRequiredService<FakeTracing>();

    public IServiceProvider Services => _app.Services;

    public static async Task<DashboardHost> StartAsync(
        DashboardSettings? settings = null,
        bool idle = false,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null,
        int ticks = 2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var feed = new FakeFeed();
        var store = new SampleStore(new(), time: new FakeTime(Start));
        builder.Services.AddSingleton<ISnapshotFeed>(feed);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<ISampleReader>(store);
        builder.Services.AddSingleton<IEventLog>(new MemoryEventLog());
        builder.Services.AddSingleton<ISpanStore>(new MemorySpanStore());
        var tracing = new FakeTracing();
        builder.Services.AddSingleton(tracing);
        builder.Services.AddSingleton<IActiveCalls>(tracing);
        builder.Services.AddSingleton<IExceptionGroups>(tracing);
        builder.Services.AddSingleton<IBackgroundServices>(tracing);
        builder.Services.AddSingleton(settings ?? new DashboardSettings());
        services?.Invoke(builder.Services);
        DashboardServices.Add(builder.Services);
        var app = builder.Build();
        pipeline?.Invoke(app);
        DashboardRoutes.Map(app.MapGroup("/monigo"), "/monigo");
        await app.StartAsync();
        var host = new DashboardHost(app, feed, idle);
        if (ticks > 0)
            await host.AppendAsync(SyntheticService.Before(idle));

        for (var tick = 0; tick < ticks; tick++)
            await host.TickAsync();

        return host;
    }

    /// <summary>Makes the next tick, five seconds after the last.</summary>
    public async Task TickAsync()
    {
        var tick = SyntheticService.Tick(++_ticks, _idle);
        await AppendAsync([tick]);
        Feed.Publish(tick);
    }

    public void BeginShutdown() => Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    public async Task<StreamReader> OpenLiveAsync(string query = "?page=overview")
    {
        var response = await Client.GetAsync(new Uri("/monigo/live" + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return new(await response.Content.ReadAsStreamAsync());
    }

    public async Task<string> GetPageAsync(string path = "/monigo/") => await Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return await Client.SendAsync(request);
    }

    private async Task AppendAsync(IEnumerable<Snapshot> ticks)
    {
        var store = Services.GetRequiredService<SampleStore>();
        foreach (var tick in ticks)
            Assert.Equal(AppendOutcome.Volatile, (await store.AppendAsync(StreamId.Local, tick)).Outcome);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
