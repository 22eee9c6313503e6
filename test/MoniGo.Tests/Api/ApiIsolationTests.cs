using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.AspNetCore;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What the host does must not change the API, and the API must not change the host.</summary>
public sealed class ApiIsolationTests
{
    private const string Question = """{"topic":"NetworkIO","start_time":"2026-11-20T12:00:00Z","end_time":"2026-11-20T13:00:00Z"}""";

    [Fact]
    public async Task Hostile_json_options_of_the_host_change_no_byte()
    {
        await using var plain = await ApiHost.StartAsync();
        await using var hostile = await ApiHost.StartAsync(services => services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
            options.SerializerOptions.DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.WriteAsString;
            options.SerializerOptions.WriteIndented = true;
        }));
        foreach (var path in new[] { "metrics", "service-info", "function", "go-routines-stats", "exporters", "nothing" })
        {
            Assert.Equal(
                await (await plain.Client.GetAsync("/monigo/api/v1/" + path)).Content.ReadAsStringAsync(),
                await (await hostile.Client.GetAsync("/monigo/api/v1/" + path)).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_store_that_throws_is_a_500_problem_and_a_log_line_and_never_the_hosts_business()
    {
        var seenByHost = new List<Exception>();
        await using var host = await ApiHost.StartAsync(services => services.AddSingleton<ISampleReader, BrokenStore>(), Watch(seenByHost));
        using var response = await host.PostAsync("/monigo/api/v1/reports", Question);
        var detail = await ApiHost.ProblemAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", detail, StringComparison.Ordinal);
        Assert.Empty(seenByHost);
        Assert.Equal(210, Assert.Single(host.Log.Lines).Id.Id);
    }

    [Fact]
    public async Task A_client_that_leaves_while_the_store_is_read_leaves_no_trace()
    {
        var seenByHost = new List<Exception>();
        var finished = new TaskCompletionSource();
        var store = new SlowStore();
        await using var host = await ApiHost.StartAsync(
            services => services.AddSingleton<ISampleReader>(store),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    await next(context);
                    finished.SetResult();
                });
                Watch(seenByHost)(app);
            });

        using var leave = new CancellationTokenSource();
        using var body = new StringContent(Question);
        var asked = host.Client.PostAsync("/monigo/api/v1/reports", body, leave.Token);
        await store.Reading.Task;
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await finished.Task;
        Assert.Empty(seenByHost);
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task Every_endpoint_is_quiet_unnamed_and_skips_the_hosts_status_pages()
    {
        await using var host = await ApiHost.StartAsync();
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 20);
        foreach (var endpoint in endpoints)
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<IDisableHttpMetricsMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<IDisableCookieRedirectMetadata>());
        }

        Assert.Equal(
            ["/monigo/api/v1/functions/sampling", "/monigo/api/v1/operations/{id}", "/monigo/api/v1/operations/{id}/cancel"],
            endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ChangesState>() is not null).Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Fact]
    public async Task The_api_can_be_mounted_twice()
    {
        await using var host = await ApiHost.StartAsync(pipeline: app => ApiHost.Mount(app, "/ops/second"));
        Assert.Equal(
            await host.Client.GetStringAsync("/monigo/api/v1/metrics"),
            await host.Client.GetStringAsync("/ops/second/api/v1/metrics"));
    }

    [Fact]
    public async Task The_open_api_group_is_monigo_and_lists_every_path_once_with_its_methods()
    {
        await using var host = await ApiHost.StartAsync(services => services.AddEndpointsApiExplorer());
        var groups = host.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items;
        var group = Assert.Single(groups);
        Assert.Equal("monigo", group.GroupName);
        Assert.Contains(group.Items, item => item is { HttpMethod: "POST", RelativePath: "monigo/api/v1/service-metrics" }
            && item.SupportedRequestFormats.Any(format => format.MediaType == "application/json")
            && item.SupportedResponseTypes.Any(type => type.StatusCode == 400));
        Assert.Contains(group.Items, item => item is { HttpMethod: "DELETE", RelativePath: "monigo/api/v1/operations/{id}" });
        Assert.DoesNotContain(group.Items, item => item.RelativePath!.Contains("rest", StringComparison.Ordinal));
        Assert.Equal(22, group.Items.Select(item => item.RelativePath).Distinct(StringComparer.Ordinal).Count());
    }

    private static Action<WebApplication> Watch(List<Exception> seen) => app => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception error)
        {
            seen.Add(error);
        }
    });

    private sealed class SlowStore : ISampleReader
    {
        public TaskCompletionSource Reading { get; } = new();

        public StoreStatus Status => new("slow", TimeSpan.FromDays(1), 0, 0, null);

        public async IAsyncEnumerable<SeriesWindows> ReadAsync(
            SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield break;
        }
    }

    private sealed class BrokenStore : ISampleReader
    {
        public StoreStatus Status => throw new InvalidOperationException("secret");

        public IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("secret");
    }
}
