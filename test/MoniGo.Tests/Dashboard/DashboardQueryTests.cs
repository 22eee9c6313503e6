using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MoniGo.Tests;

public sealed class DashboardQueryTests
{
    [Theory]
    [InlineData("/monigo/?range=2y", "range", "5m, 15m, 1h, 6h, 24h, 7d, 30d")]
    [InlineData("/monigo/?from=2026-11-20T10:00:00Z", "to", "2026-11-20T17:30:00Z")]
    [InlineData("/monigo/?from=yesterday&to=2026-11-20T10:00:00Z", "from", "2026-11-20T17:30:00Z")]
    [InlineData("/monigo/?from=2026-11-20T10:00:00Z&to=2026-11-20T09:00:00Z", "to", "after from")]
    [InlineData("/monigo/?range=1h&from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z", "range", "either")]
    [InlineData("/monigo/?live=maybe", "live", "1")]
    [InlineData("/monigo/api/v1/panels?page=nope", "page", "overview")]
    [InlineData("/monigo/api/v1/panels", "page", "overview")]
    [InlineData("/monigo/live?page=nope", "page", "overview")]
    [InlineData("/monigo/live?page=overview&from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z", "from", "range")]
    public async Task A_bad_parameter_is_named_with_its_legal_values(string address, string parameter, string legal)
    {
        await using var host = await DashboardHost.StartAsync();
        var response = await host.SendAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Contains(legal, problem.RootElement.GetProperty("errors").GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_is_a_problem_document_even_where_the_host_has_error_pages()
    {
        await using var host = await DashboardHost.StartAsync(pipeline: app => app.UseStatusCodePages("text/plain", "the host's own words"));
        var response = await host.SendAsync("/monigo/nope");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>Trap: a host's JSON settings once changed what a dashboard's client could read.</summary>
    [Fact]
    public async Task The_hosts_JSON_settings_change_nothing()
    {
        await using var host = await DashboardHost.StartAsync(services: services => services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
            options.SerializerOptions.WriteIndented = true;
        }));
        var json = await host.GetPageAsync("/monigo/api/v1/panels?page=overview&range=5m");

        Assert.StartsWith("{\"page\":\"overview\",\"from\":", json, StringComparison.Ordinal);
        Assert.Contains("\"tone\":\"first\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public async Task Every_line_of_an_answer_lies_on_one_grid_of_at_most_601_moments()
    {
        await using var host = await DashboardHost.StartAsync();
        using var json = JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=overview&range=30d"));
        var lines = json.RootElement.GetProperty("panels").EnumerateObject()
            .Where(panel => panel.Value.TryGetProperty("lines", out _) && !panel.Value.TryGetProperty("tile", out _))
            .SelectMany(panel => panel.Value.GetProperty("lines").EnumerateArray())
            .Select(line => line.GetProperty("values").GetArrayLength())
            .Distinct()
            .ToList();

        Assert.InRange(Assert.Single(lines), 300, 602);
    }
}
