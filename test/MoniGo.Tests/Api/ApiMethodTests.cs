using System.Net;
using Microsoft.AspNetCore.Builder;

namespace MoniGo.Tests;

public sealed class ApiMethodTests
{
    private const string Reading = "GET, HEAD";

    public static TheoryData<string, string> Paths => new()
    {
        { "/monigo/api/v1/metrics", Reading },
        { "/monigo/api/v1/service-info", Reading },
        { "/monigo/api/v1/service-metrics", "POST" },
        { "/monigo/api/v1/go-routines-stats", Reading },
        { "/monigo/api/v1/function", Reading },
        { "/monigo/api/v1/function-details", Reading },
        { "/monigo/api/v1/functions", Reading },
        { "/monigo/api/v1/functions/history", Reading },
        { "/monigo/api/v1/functions/sampling", "POST" },
        { "/monigo/api/v1/active-calls", Reading },
        { "/monigo/api/v1/traces", Reading },
        { "/monigo/api/v1/traces/7", Reading },
        { "/monigo/api/v1/exceptions", Reading },
        { "/monigo/api/v1/exceptions/7", Reading },
        { "/monigo/api/v1/background-services", Reading },
        { "/monigo/api/v1/reports", "POST" },
        { "/monigo/api/v1/exporters", Reading },
        { "/monigo/api/v1/operations", Reading },
        { "/monigo/api/v1/operations/7", "GET, HEAD, DELETE" },
        { "/monigo/api/v1/operations/7/cancel", "POST" },
        { "/monigo/api/v1/events", Reading },
        { "/monigo/metrics", Reading },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_asked_with_the_wrong_method_says_which_are_right(string path, string allow)
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" }.Except(allow.Split(", ")))
        {
            using var response = await host.SendAsync(method, path);
            Assert.Contains(allow, await ApiHost.ProblemAsync(response, HttpStatusCode.MethodNotAllowed), StringComparison.Ordinal);
            Assert.Equal(allow.Split(", "), response.Content.Headers.Allow);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HEAD_answers_with_the_headers_of_GET_and_no_body(string path, string allow)
    {
        await using var host = await ApiHost.StartAsync();
        using var head = await host.SendAsync("HEAD", path);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        if (!allow.Contains("HEAD", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
            return;
        }

        using var get = await host.Client.GetAsync(path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/monigo")]
    [InlineData("/monigo/nothing")]
    [InlineData("/monigo/api/v1/nothing/here")]
    public async Task A_path_that_nobody_has_is_a_problem_and_not_the_hosts_page(string path)
    {
        await using var host = await ApiHost.StartAsync(pipeline: app => app.UseStatusCodePagesWithReExecute("/host-error"));
        await ApiHost.ProblemAsync(await host.Client.GetAsync(path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_path_outside_the_mount_stays_the_hosts()
    {
        await using var host = await ApiHost.StartAsync();
        using var response = await host.Client.GetAsync("/elsewhere");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentType);
    }
}
