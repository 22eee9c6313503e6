using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoniGo.AspNetCore;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>A small host whose endpoints are traced, and the means to ask it and read what it counted.</summary>
internal sealed class TracedHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TracedHost(WebApplication app) => _app = app;

    public FunctionTracer Tracer => (FunctionTracer)_app.Services.GetRequiredService<IMoniGoTracer>();

    /// <summary>What this host's meters belong to.</summary>
    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    /// <summary>The endpoint that routing picked for the last request.</summary>
    public Endpoint? LastEndpoint { get; private set; }

    public static async Task<TracedHost> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddEndpointTracing();
        add?.Invoke(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IMoniGoTracer>(_ => new FunctionTracer());
        var host = new TracedHost(builder.Build());
        host._app.UseRouting();
        host._app.Use((context, next) =>
        {
            host.LastEndpoint = context.GetEndpoint();
            return next();
        });
        map(host._app);
        await host._app.StartAsync();
        return host;
    }

    public async Task<string> GetAsync(string path)
    {
        using var client = _app.GetTestClient();
        return await client.GetStringAsync(path);
    }

    public async Task<int> StatusAsync(string path, HttpMethod? method = null)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>Opens a WebSocket.</summary>
    public Task<WebSocket> ConnectAsync(string path) =>
        _app.GetTestServer().CreateWebSocketClient().ConnectAsync(new("ws://localhost" + path), CancellationToken.None);

    /// <summary>Gives each function that was called, as "name x count".</summary>
    public IReadOnlyList<string> Counted()
    {
        var reading = TracerReading.Of(Tracer);
        return [.. reading.Functions.Order(StringComparer.Ordinal).Select(name => $"{name} x {reading.Calls(name)}")];
    }

    public async ValueTask DisposeAsync()
    {
        Tracer.Dispose();
        await _app.DisposeAsync();
    }
}
