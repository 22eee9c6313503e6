using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>What a host's pipeline forgets does not open MoniGo.</summary>
public sealed class MountGateTests
{
    private static readonly AuthorizationPolicy NobodyButUsers = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    [Fact]
    public async Task A_fallback_policy_that_no_middleware_enforces_does_not_open_the_mount()
    {
        // A host that builds its own pipeline and forgot UseAuthorization; WebApplication would add it.
        using var host = GenericHost(app => app.UseRouting().UseEndpoints(routes => routes.MapMoniGo()));
        await host.StartAsync();
        using var client = host.GetTestClient();

        using var answer = await client.GetAsync("/monigo/metrics");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("UseAuthorization()", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/monigo")).StatusCode);
    }

    [Fact]
    public async Task The_same_host_with_the_middleware_asks_for_a_user()
    {
        using var host = GenericHost(app => app.UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(routes => routes.MapMoniGo()));
        await host.StartAsync();
        using var client = host.GetTestClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/monigo/metrics")).StatusCode);
        client.DefaultRequestHeaders.Add("User", "ann");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo/metrics")).StatusCode);
    }

    [Fact]
    public async Task Short_circuited_routes_under_a_fallback_policy_are_not_served()
    {
        var builder = TestHost.CreateBuilder("Production");
        AddUsers(builder.Services);
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapMoniGo().ShortCircuit();
        await app.StartAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.GetTestClient().GetAsync("/monigo/metrics")).StatusCode);
    }

    [Fact]
    public async Task A_mount_that_is_mapped_after_the_guard_looked_is_not_served()
    {
        var builder = TestHost.CreateBuilder("Production");
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, MapsLate>());
        await using var app = builder.Build(HostKind.MinimalApi);
        await app.StartAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.GetTestClient().GetAsync("/late/metrics")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_throws_is_a_problem_of_ours_and_not_of_the_host()
    {
        using var log = new ListLoggerProvider();
        var builder = TestHost.CreateBuilder();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<Signals.IExporterStatusSource>(new BrokenExporter());
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapMoniGo();
        await app.StartAsync();

        using var answer = await app.GetTestClient().GetAsync("/monigo/api/v1/exporters");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(log.Lines, line => line.Contains("/monigo/api/v1/exporters", StringComparison.Ordinal));
    }

    private static IHost GenericHost(Action<IApplicationBuilder> pipeline) => new HostBuilder()
        .UseEnvironment("Production")
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                services.AddRouting();
                services.AddMoniGo(options => options.Storage.Type = StorageType.Memory); // this builder reads no environment
                AddUsers(services);
            })
            .Configure(pipeline))
        .Build();

    private static void AddUsers(IServiceCollection services)
    {
        services.AddAuthentication(HeaderUser.Name).AddScheme<HeaderUserOptions, HeaderUser>(HeaderUser.Name, null);
        services.AddAuthorization(options => options.FallbackPolicy = NobodyButUsers);
    }

    private sealed class MapsLate : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.UseRouting().UseEndpoints(routes => routes.MapMoniGo("/late"));
        };
    }

    private sealed class BrokenExporter : Signals.IExporterStatusSource
    {
        public Signals.ExporterStatus Status => throw new InvalidOperationException("broken");
    }
}
