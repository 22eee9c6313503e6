using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace MoniGo.Tests;

public sealed class EndpointIdentityTests
{
    private readonly RouteEndpoint _plain = Endpoint("/plain");
    private readonly RouteEndpoint _traced = Endpoint("/traced", new MoniGoTraceAttribute());

    [Fact]
    public async Task An_untraced_endpoint_stays_the_very_object_that_was_mapped()
    {
        await using var host = await StartAsync();

        await host.GetAsync("/plain");
        Assert.Same(_plain, host.LastEndpoint);
        Assert.Empty(host.Counted());

        await host.GetAsync("/traced");
        Assert.NotSame(_traced, host.LastEndpoint);
        Assert.Equal(["/traced x 1"], host.Counted());
    }

    [Fact]
    public async Task The_timed_endpoint_is_made_once_and_keeps_route_metadata_order_and_name()
    {
        await using var host = await StartAsync();

        await host.GetAsync("/traced");
        var first = Assert.IsType<RouteEndpoint>(host.LastEndpoint);
        await host.GetAsync("/traced");

        Assert.Same(first, host.LastEndpoint);
        Assert.Same(_traced.Metadata, first.Metadata);
        Assert.Same(_traced.RoutePattern, first.RoutePattern);
        Assert.Equal(_traced.Order, first.Order);
        Assert.Equal("/traced", first.DisplayName);
    }

    private Task<TracedHost> StartAsync() => TracedHost.StartAsync(
        app => ((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource(_plain, _traced)));

    private static RouteEndpoint Endpoint(string path, params object[] metadata)
    {
        var pattern = RoutePatternFactory.Parse(path);
        return new(context => context.Response.WriteAsync("ok"), pattern, order: 3, new EndpointMetadataCollection(metadata), path);
    }
}
