using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class GatewayPageTests
{
    private const string Nobody = "http://127.0.0.1:1/";

    [Fact]
    public async Task The_page_shows_destinations_routes_and_failures_and_is_in_the_navigation()
    {
        await using var gateway = await Gateway.StartAsync(
            map: MapBoth,
            destinations: address => new() { ["first"] = new() { Address = address }, ["second"] = new() { Address = Nobody } });
        gateway.Tick("any");
        await gateway.GetAsync("/orders/7");
        gateway.Tick("any");
        await AppendedAsync(gateway);

        var (status, page) = await gateway.GetAsync("/monigo/gateway");

        Assert.Equal(200, status);
        Assert.Contains("<span>Gateway</span>", page, StringComparison.Ordinal);
        Assert.Contains(">first<", page, StringComparison.Ordinal);
        Assert.Contains(">second<", page, StringComparison.Ordinal);
        Assert.Contains(">orders<", page, StringComparison.Ordinal);
        Assert.Contains("healthy", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-state=\"failed\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_request_the_page_says_so()
    {
        await using var gateway = await Gateway.StartAsync(map: MapBoth);

        Assert.Contains("Nothing forwarded yet", (await gateway.GetAsync("/monigo/gateway")).Body, StringComparison.Ordinal);
    }

    private static void MapBoth(WebApplication app)
    {
        app.MapReverseProxy();
        app.MapMoniGo("/monigo").AllowAnonymous();
    }

    // The store is written beside the tick.
    private static async Task AppendedAsync(Gateway gateway)
    {
        var reader = gateway.Services.GetRequiredService<ISampleReader>();
        var query = new SampleQuery(StreamId.Local, new("monigo.proxy.request.duration"), new(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1)), TimeSpan.Zero);
        while (!await reader.ReadAsync(query, TestContext.Current.CancellationToken).AnyAsync(TestContext.Current.CancellationToken))
            await Task.Yield();
    }
}
