using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed partial class DashboardPageTests
{
    [Theory]
    [InlineData("/monigo")]
    [InlineData("/monigo/")]
    [InlineData("/monigo/overview")]
    public async Task The_overview_opens_with_and_without_a_slash_and_links_are_the_same(string path)
    {
        await using var host = await DashboardHost.StartAsync();
        var html = await host.GetPageAsync(path);

        Assert.Contains("data-base=\"/monigo\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/monigo/?range=1h\"", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/monigo/assets/app-", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_stand_under_the_path_base_of_the_host()
    {
        await using var host = await DashboardHost.StartAsync(pipeline: app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
        });
        var html = await host.GetPageAsync("/shop/monigo");

        Assert.Contains("data-base=\"/shop/monigo\"", html, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(html), match => Assert.StartsWith("/shop/monigo/", match.Groups["address"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_keeps_itself_to_itself()
    {
        await using var host = await DashboardHost.StartAsync();
        var headers = (await host.SendAsync("/monigo/")).Headers;

        Assert.Equal("no-store", headers.CacheControl!.ToString());
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], headers.GetValues("Cross-Origin-Opener-Policy"));
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith("require-trusted-types-for 'script'; trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_content_security_policy_of_the_host_stays()
    {
        await using var host = await DashboardHost.StartAsync(pipeline: app => app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return next(context);
        }));

        Assert.Equal(["default-src 'self'"], (await host.SendAsync("/monigo/")).Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_nonce_of_the_host_is_on_script_and_style_and_in_the_policy()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardSettings { CspNonce = _ => "n0nce" });
        var response = await host.SendAsync("/monigo/");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(2, Regex.Count(html, "<(script|link)[^>]* nonce=\"n0nce\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));
        Assert.Contains("script-src 'self' 'nonce-n0nce';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>Trap: with this header a host's Blazor page merges ours into itself and runs none of its scripts.</summary>
    [Fact]
    public async Task A_page_does_not_invite_enhanced_navigation()
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.False((await host.SendAsync("/monigo/", null, ("Accept", "text/html; blazor-enhanced-nav=on"))).Headers.Contains("blazor-enhanced-nav"));
    }

    [Fact]
    public async Task A_page_has_no_inline_script_or_style_and_no_address_of_another_host()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = await host.GetPageAsync();

        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(" on[a-z]+=\"", html);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(Scripts().Matches(html)).Groups["code"].Value);
    }

    [Theory]
    [InlineData("dark", "data-theme=\"dark\"")]
    [InlineData("light", "data-theme=\"light\"")]
    [InlineData("\"><script>", null)]
    public async Task The_chosen_theme_is_rendered_at_once(string cookie, string? expected)
    {
        await using var host = await DashboardHost.StartAsync();
        var html = await (await host.SendAsync("/monigo/", null, ("Cookie", "monigo-theme=" + cookie))).Content.ReadAsStringAsync();

        if (expected is null)
            Assert.DoesNotContain("data-theme", html, StringComparison.Ordinal);
        else
            Assert.Contains(expected, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_JavaScript_there_are_numbers_drawings_rows_and_a_refresh()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = (await host.GetPageAsync()).ReplaceLineEndings("");

        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        Assert.Equal(6, Regex.Count(html, "data-tile=", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Matches("data-tile=\"requests\".*?<b data-text>[0-9,]+</b>", html);
        Assert.Matches("data-chart=\"latency\".*?<path class=\"line\" d=\"M0 ", html);
        Assert.Contains(">/catalogue/search</a></th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-waiting", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_range_is_not_refreshed()
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.DoesNotContain("<noscript>", await host.GetPageAsync("/monigo/?from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_tick_the_page_says_that_it_waits()
    {
        await using var host = await DashboardHost.StartAsync(ticks: 0);

        Assert.Contains("Waiting for the first reading.", await host.GetPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_service_is_told_what_would_bring_data()
    {
        await using var host = await DashboardHost.StartAsync(idle: true);
        var html = await host.GetPageAsync();

        Assert.Matches("data-instead><p data-empty><b>No requests yet</b>", html);
        Assert.Matches(@"data-instead><p data-empty><b>No traced functions yet</b><span>Put \[MoniGoTrace\]", html);
    }

    [Fact]
    public async Task A_panel_that_fails_fails_alone()
    {
        await using var host = await DashboardHost.StartAsync(services: services =>
            services.AddSingleton<ISampleReader>(host => new BrokenCpu(host.GetRequiredService<SampleStore>())));
        var response = await host.SendAsync("/monigo/api/v1/panels?page=overview");
        var json = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"cpu-use\":{\"state\":\"failed\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"latency\":{\"state\":\"ok\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_compressed_by_itself_and_decodes_to_the_same()
    {
        await using var host = await DashboardHost.StartAsync();
        var plain = await host.GetPageAsync();
        var response = await host.SendAsync("/monigo/", null, ("Accept-Encoding", "br"));
        await using var decoded = new System.IO.Compression.BrotliStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(plain, await new StreamReader(decoded).ReadToEndAsync());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, 24_000);
    }

    [Fact]
    public async Task Post_is_not_allowed_and_head_has_no_body()
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync("/monigo/overview", HttpMethod.Post)).StatusCode);
        var head = await host.SendAsync("/monigo/", HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex(" (href|src|action)=\"(?<address>/[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Addresses();

    [GeneratedRegex("<script[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Scripts();

    private sealed class BrokenCpu(ISampleReader rest) : ISampleReader
    {
        public StoreStatus Status => rest.Status;

        public IAsyncEnumerable<SeriesWindows> ReadAsync(SampleQuery query, CancellationToken cancellationToken = default) =>
            query.Selector.Instrument == ProcessInstruments.CpuUtilization.Name
                ? throw new InvalidOperationException("The store is broken there.")
                : rest.ReadAsync(query, cancellationToken);
    }
}
