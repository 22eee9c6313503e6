using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;
using MoniGo.Signals;
using Yarp.ReverseProxy.Configuration;

namespace MoniGo.Tests;

/// <summary>A real gateway before a real service, both on loopback ports of their own, and what MoniGo saw of it.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _behind;
    private readonly WebApplication _gateway;
    private readonly HttpClient _client = new();

    private readonly SemaphoreSlim _cut;

    private Gateway(WebApplication behind, WebApplication gateway, SemaphoreSlim cut) => (_behind, _gateway, _cut) = (behind, gateway, cut);

    /// <summary>Starts both; the cluster "shop" has the destinations given by id and address, by default "first" with the service.</summary>
    public static async Task<Gateway> StartAsync(
        Action<IServiceCollection>? add = null,
        Action<WebApplication>? map = null,
        Func<string, Dictionary<string, DestinationConfig>>? destinations = null,
        HealthCheckConfig? health = null,
        Action<IReverseProxyBuilder>? proxy = null)
    {
        var cut = new SemaphoreSlim(0);
        var behind = await StartServiceAsync(cut);
        var address = behind.Urls.Single();
        var cluster = new ClusterConfig
        {
            ClusterId = "shop",
            LoadBalancingPolicy = "FirstAlphabetical",
            HealthCheck = health,
            Destinations = destinations?.Invoke(address) ?? new() { ["first"] = new() { Address = address } },
        };
        var builder = NewBuilder();
        builder.Services.AddMoniGo(options => options.SamplingInterval = TimeSpan.FromMinutes(1));
        var yarp = builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "orders", ClusterId = "shop", Match = new() { Path = "/{**rest}" } }], [cluster]);
        proxy?.Invoke(yarp);
        builder.Services.AddMoniGoYarp();
        add?.Invoke(builder.Services);
        var gateway = builder.Build();
        if (map is null)
            gateway.MapReverseProxy();
        else
            map(gateway);

        await gateway.StartAsync();
        return new(behind, gateway, cut);
    }

    public IServiceProvider Services => _gateway.Services;

    public string AddressBehind => _behind.Urls.Single();

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(_gateway.Urls.Single() + path));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends words through a WebSocket, and gives what comes back before both sides close it.</summary>
    public async Task<string> EchoAsync(string words)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(_gateway.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/echo"), CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes(words), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var buffer = new byte[64];
        var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
        await socket.ReceiveAsync(buffer, CancellationToken.None);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    /// <summary>Asks for an answer that breaks off after its first half has come through.</summary>
    public async Task GetCutAsync()
    {
        using var response = await _client.GetAsync(new Uri(_gateway.Urls.Single() + "/cut"), HttpCompletionOption.ResponseHeadersRead);
        _cut.Release();
        await response.Content.ReadAsStringAsync();
    }

    /// <summary>Ticks, and gives the series of an instrument as "tag=value ... x count".</summary>
    public IReadOnlyList<string> Tick(string instrument)
    {
        var snapshot = _gateway.Services.GetRequiredService<SnapshotTicker>().Tick();
        var samples = snapshot.Find(instrument)?.Samples ?? [];
        return [.. samples.Select(sample => $"{Write(sample.Series.Tags)} x {sample.Value}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Ticks, and gives one series of a histogram.</summary>
    public ExponentialHistogram Distribution(string instrument) =>
        Assert.Single(_gateway.Services.GetRequiredService<SnapshotTicker>().Tick().Find(instrument)!.Samples).Histogram!;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
        await _behind.DisposeAsync();
        _cut.Dispose();
    }

    private static string Write(TagSet tags) => string.Join(' ', tags.Where(tag => tag.Key != "destination.address").Select(tag => $"{tag.Key}={tag.Value}"));

    private static async Task<WebApplication> StartServiceAsync(SemaphoreSlim cut)
    {
        var service = NewBuilder().Build();
        service.MapGet("/orders/{id}", (string id) => "order " + id);
        service.MapGet("/missing", () => Results.NotFound());
        service.MapGet("/stall", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        service.UseWebSockets();
        service.Map("/echo", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[64];
            var got = await socket.ReceiveAsync(buffer, context.RequestAborted);
            await socket.SendAsync(buffer.AsMemory(0, got.Count), got.MessageType, endOfMessage: true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        service.MapGet("/cut", async context =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await cut.WaitAsync(context.RequestAborted);
            context.Abort();
        });
        await service.StartAsync();
        return service;
    }

    private static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }
}
