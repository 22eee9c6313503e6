using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>MoniGo in every kind of app, beside whatever the app does itself.</summary>
public sealed class HostMatrixTests
{
    [Theory]
    [InlineData(HostKind.MinimalApi)]
    [InlineData(HostKind.Mvc)]
    [InlineData(HostKind.RazorPages)]
    [InlineData(HostKind.Blazor)]
    public async Task Every_kind_of_host_keeps_its_front_page_and_gains_the_dashboard(HostKind kind)
    {
        await using var app = TestHost.CreateBuilder().Build(kind);
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Contains("host page", await client.GetStringAsync("/"), StringComparison.Ordinal);
        using var page = await client.GetAsync("/monigo");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo/api/v1/service-info")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/monigo/metrics")).StatusCode);
    }

    [Theory]
    [InlineData(HostKind.MinimalApi)]
    [InlineData(HostKind.Mvc)]
    [InlineData(HostKind.RazorPages)]
    public async Task A_traced_endpoint_of_every_kind_is_counted_once_per_request(HostKind kind)
    {
        await using var app = TestHost.CreateBuilder().Build(kind);
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();

        await client.GetStringAsync("/");
        await client.GetStringAsync("/");

        var function = Assert.Single((await NextSnapshot(app)).Find(FunctionInstruments.Duration.Name)!.Samples);
        Assert.Equal(2, function.Histogram!.Count);
    }

    [Fact]
    public async Task Under_a_path_base_every_url_carries_it()
    {
        var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.UsePathBase("/pb");
        app.UseRouting();
        app.MapMoniGo("/ops/monigo");
        await using var _ = app;
        await app.StartAsync();
        using var client = app.GetTestClient();

        var html = await client.GetStringAsync("/pb/ops/monigo");

        Assert.Contains("data-base=\"/pb/ops/monigo\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/ops/monigo", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/monigo", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_mounts_live_side_by_side_with_policies_of_their_own()
    {
        var builder = TestHost.CreateBuilder("Production");
        builder.Services.AddAuthentication(HeaderUser.Name).AddScheme<HeaderUserOptions, HeaderUser>(HeaderUser.Name, null);
        builder.Services.AddAuthorization();
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapMoniGo("/open").AllowAnonymous();
        app.MapMoniGo("/ops/closed").RequireAuthorization();
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/open")).StatusCode);
        foreach (var path in new[] { "", "/live", "/assets/anything.js", "/api/v1/metrics", "/api/v1/operations", "/metrics" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/ops/closed" + path)).StatusCode);

        Assert.Equal("host page", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task A_mount_inside_a_group_of_the_host_is_under_the_groups_policy()
    {
        var builder = TestHost.CreateBuilder("Production");
        builder.Services.AddAuthentication(HeaderUser.Name).AddScheme<HeaderUserOptions, HeaderUser>(HeaderUser.Name, null);
        builder.Services.AddAuthorization();
        await using var app = builder.Build(HostKind.MinimalApi);
        app.MapGroup("/internal").RequireAuthorization().MapMoniGo("/monigo");
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/internal/monigo")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/internal/monigo/metrics")).StatusCode);
    }

    [Fact]
    public async Task Two_hosts_in_one_process_do_not_see_each_other()
    {
        await using var first = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        await using var second = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        first.MapMoniGo();
        second.MapMoniGo();
        await first.StartAsync();
        await second.StartAsync();

        using (var client = first.GetTestClient())
            await client.GetStringAsync("/");

        var (busy, idle) = (await NextSnapshot(first), await NextSnapshot(second));
        Assert.NotNull(busy.Find(PlatformInstruments.RequestDuration));
        Assert.NotNull(busy.Find(FunctionInstruments.Duration.Name));
        Assert.Null(idle.Find(PlatformInstruments.RequestDuration));
        Assert.Null(idle.Find(FunctionInstruments.Duration.Name));
    }

    [Fact]
    public async Task MoniGos_own_routes_are_left_out_of_the_request_metrics()
    {
        await using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();

        await client.GetStringAsync("/monigo");
        await client.GetStringAsync("/monigo/metrics");
        await client.GetStringAsync("/monigo/api/v1/service-info");

        Assert.Null((await NextSnapshot(app)).Find(PlatformInstruments.RequestDuration));
    }

    [Fact]
    public async Task Without_a_mount_the_host_is_monitored_headless()
    {
        await using var app = TestHost.CreateBuilder("Production").Build(HostKind.MinimalApi);
        await app.StartAsync();
        using var client = app.GetTestClient();

        await client.GetStringAsync("/");

        Assert.NotNull((await NextSnapshot(app)).Find(PlatformInstruments.RequestDuration));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/monigo")).StatusCode);
    }

    [Fact]
    public async Task An_open_live_stream_ends_when_the_host_stops()
    {
        await using var app = TestHost.CreateBuilder().Build(HostKind.MinimalApi);
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var response = await client.GetAsync("/monigo/live?page=overview", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var reading = new StreamReader(stream).ReadToEndAsync();

        await app.StopAsync();

        // The stream ends by itself: were it not linked to the host's stopping, this would wait for ever.
        await reading;
    }

    [Fact]
    public async Task A_host_that_caches_the_whole_mount_still_gets_fresh_answers()
    {
        var builder = TestHost.CreateBuilder();
        builder.Services.AddOutputCache();
        await using var app = builder.Build(HostKind.MinimalApi);
        app.UseOutputCache();
        app.MapGet("/cached", () => "page").CacheOutput();
        app.MapMoniGo().CacheOutput();
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.True(await IsCachedAsync("/cached"));
        foreach (var path in new[] { "/monigo", "/monigo/metrics", "/monigo/api/v1/service-info", "/monigo/api/v1/panels?page=overview" })
            Assert.False(await IsCachedAsync(path), path);

        async Task<bool> IsCachedAsync(string path)
        {
            using var first = await client.GetAsync(path);
            using var second = await client.GetAsync(path);
            return second.Headers.Age is not null;
        }
    }

    [Fact]
    public async Task The_last_requests_before_the_stop_are_in_the_store()
    {
        await using var app = TestHost.CreateBuilder(configure: o => o.SamplingInterval = TimeSpan.FromMinutes(1)).Build(HostKind.MinimalApi);
        await app.StartAsync();
        using (var client = app.GetTestClient())
            await client.GetStringAsync("/");

        await app.StopAsync();

        var latest = app.Services.GetRequiredService<ISnapshotFeed>().Latest!;
        Assert.Equal(1, latest.Find(PlatformInstruments.RequestDuration)!.Samples.Sum(sample => sample.Value));
        Assert.Equal(latest.Time, await Newest(app.Services.GetRequiredService<ISampleReader>(), latest));
    }

    [Fact]
    public async Task Service_info_names_the_service_and_this_process()
    {
        await using var app = TestHost.CreateBuilder(configure: o => o.ServiceName = "shop").Build(HostKind.MinimalApi);
        app.MapMoniGo();
        await app.StartAsync();
        using var client = app.GetTestClient();

        var info = await client.GetFromJsonAsync<JsonElement>("/monigo/api/v1/service-info");

        Assert.Equal("shop", info.GetProperty("service_name").GetString());
        Assert.Equal(Environment.ProcessId, info.GetProperty("process_id").GetInt32());
    }

    private static async Task<DateTimeOffset> Newest(ISampleReader reader, Snapshot latest)
    {
        var query = new SampleQuery(
            StreamId.Local, new SeriesSelector(PlatformInstruments.RequestDuration), new(latest.Time.AddDays(-1), latest.Time), TimeSpan.Zero);
        await foreach (var series in reader.ReadAsync(query))
            return series.Windows[^1].End;

        return default;
    }

    /// <summary>Takes a snapshot now, so that no test waits for the grid.</summary>
    private static Task<Snapshot> NextSnapshot(WebApplication app) =>
        Task.FromResult(app.Services.GetRequiredService<MoniGo.Collectors.SnapshotTicker>().Tick());
}
