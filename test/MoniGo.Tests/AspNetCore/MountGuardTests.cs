using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>Who may see MoniGo is decided before the server listens.</summary>
public sealed class MountGuardTests
{
    [Fact]
    public async Task In_Production_without_any_policy_the_start_fails_and_says_what_to_write()
    {
        await using var app = TestHost.CreateBuilder("Production").Build(HostKind.MinimalApi);
        app.MapMoniGo();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("MoniGo at /monigo is open to everybody (People, Machines, Dangerous)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("app.MapMoniGo(\"/monigo\").RequireAuthorization(", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_a_group_left_open_is_named()
    {
        var builder = TestHost.CreateBuilder("Production");
        builder.Services.AddAuthorization();
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapMoniGo().People.RequireAuthorization();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("open to everybody (Machines)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_AllowAnonymous_is_enough()
    {
        await using var app = TestHost.CreateBuilder("Production").Build(HostKind.MinimalApi);
        app.MapMoniGo().AllowAnonymous();
        await app.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.GetTestClient().GetAsync("/monigo")).StatusCode);
    }

    [Fact]
    public async Task A_fallback_policy_of_the_host_protects_every_route()
    {
        await using var app = WithUsers("Production", o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/monigo")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/monigo/metrics")).StatusCode);
        client.DefaultRequestHeaders.Add("User", "ann");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo")).StatusCode);
    }

    [Fact]
    public async Task A_policy_without_authorization_services_stops_the_start_even_in_Development()
    {
        await using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.MapMoniGo().RequireAuthorization();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("AddAuthorization()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dangerous_routes_ask_for_more_than_the_pages()
    {
        await using var app = WithUsers("Production", o =>
        {
            o.AddPolicy("people", policy => policy.RequireAuthenticatedUser());
            o.AddPolicy("root", policy => policy.RequireUserName("root"));
        });
        var monigo = app.MapMoniGo();
        monigo.People.RequireAuthorization("people");
        monigo.Dangerous.RequireAuthorization("root");
        monigo.Machines.AllowAnonymous();
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/monigo/api/v1/operations/1/cancel", null)).StatusCode);
        client.DefaultRequestHeaders.Add("User", "ann");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/monigo/api/v1/operations/1/cancel", null)).StatusCode);
        client.DefaultRequestHeaders.Remove("User");
        client.DefaultRequestHeaders.Add("User", "root");
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/monigo/api/v1/operations/1/cancel", null)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.NotFound)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.NotFound)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.NotFound)]
    [InlineData("User-Agent", "curl/8", HttpStatusCode.NotFound)]
    public async Task A_state_changing_call_is_refused_when_it_comes_from_another_site(string header, string value, HttpStatusCode expected)
    {
        await using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.MapMoniGo();
        await app.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/monigo/api/v1/operations/1/cancel");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await app.GetTestClient().SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_rate_limit_that_the_host_ignores_is_a_warning()
    {
        using var log = new ListLoggerProvider();
        var builder = TestHost.CreateBuilder();
        builder.Logging.AddProvider(log);
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapMoniGo().RequireRateLimiting("gentle");
        await app.StartAsync();

        Assert.Contains(log.Lines, line => line.Contains("RequireRateLimiting", StringComparison.Ordinal) && line.Contains("AddRateLimiter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/{tenant}/monigo")]
    [InlineData("/a//b")]
    [InlineData("/a b")]
    public void MapMoniGo_RootOrParameters_IsRefused(string pattern)
    {
        using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);

        Assert.Equal("pattern", Assert.Throws<ArgumentException>(() => app.MapMoniGo(pattern)).ParamName);
    }

    [Fact]
    public void MapMoniGo_WithoutAddMoniGo_NamesTheMissingCall()
    {
        using var app = WebApplication.CreateBuilder().Build();

        var failure = Assert.Throws<InvalidOperationException>(() => app.MapMoniGo());

        Assert.Contains("AddMoniGo()", failure.Message, StringComparison.Ordinal);
    }

    private static WebApplication WithUsers(string environment, Action<AuthorizationOptions> configure)
    {
        var builder = TestHost.CreateBuilder(environment);
        builder.Services.AddAuthentication(HeaderUser.Name).AddScheme<HeaderUserOptions, HeaderUser>(HeaderUser.Name, null);
        builder.Services.AddAuthorization(configure);
        return builder.Build(HostKind.MinimalApi);
    }
}
