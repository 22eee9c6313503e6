using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Tests;

public sealed class DashboardRouteTests
{
    [Fact]
    public async Task Routes_are_nameless_and_left_alone_by_the_hosts_machinery()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Equal(5, endpoints.Count);
        Assert.All(endpoints, endpoint =>
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<IDisableHttpMetricsMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>());
            Assert.True(endpoint.Metadata.GetMetadata<OutputCacheAttribute>()!.NoStore);
        });
    }
}
