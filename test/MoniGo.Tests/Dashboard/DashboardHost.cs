using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>An app that has nothing but the dashboard, mounted at <c>/monigo</c> over a synthetic service.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private long _sequence;

    private DashboardHost(WebApplication app, FakeFeed feed) => (_app, Feed, Client) = (app, feed, app.GetTestClient());

    public FakeFeed Feed { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<DashboardHost> StartAsync(
        DashboardSettings? settings = null,
        SyntheticService? service = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null,
        int ticks = 2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var feed = new FakeFeed();
        var synthetic = service ?? new SyntheticService();
        builder.Services.AddSingleton<ISnapshotFeed>(feed);
        builder.Services.AddSingleton<ISampleReader>(synthetic);
        builder.Services.AddSingleton<ISeriesSource>(synthetic);
        builder.Services.AddSingleton(settings ?? new DashboardSettings());
        services?.Invoke(builder.Services);
        DashboardServices.Add(builder.Services);
        var app = builder.Build();
        pipeline?.Invoke(app);
        DashboardRoutes.Map(app.MapGroup("/monigo"), "/monigo");
        await app.StartAsync();
        var host = new DashboardHost(app, feed);
        for (var tick = 0; tick < ticks; tick++)
            host.Tick();

        return host;
    }

    /// <summary>Makes the next tick, five seconds after the last.</summary>
    public void Tick() => Feed.Publish(SyntheticService.SnapshotAt(Start + (++_sequence * Feed.Interval), _sequence));

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

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
