using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>The pages of endpoints, traces and exceptions, and how one leads to the next.</summary>
public sealed class DashboardTracingTests
{
    private const string Orders = "/monigo/endpoint?method=GET&route=%2Forders%2F%7Bid%7D";

    [Fact]
    public async Task Endpoints_come_with_statuses_percentiles_trend_and_share_of_time()
    {
        await using var host = await StartAsync();
        var rows = (await PanelAsync(host, "endpoints", "endpoints")).GetProperty("rows").EnumerateArray().Select(Cells).ToList();

        var orders = Assert.Single(rows, row => row[0] == "/orders/{id}");
        Assert.Equal("GET", orders[1]);
        Assert.Matches("^[0-9a-i-]{10,24}$", orders[2]);
        Assert.Equal(orders[4], orders[7]); // As many answers of 200 as of 500.
        Assert.InRange(rows.Sum(row => double.Parse(row[11], System.Globalization.CultureInfo.InvariantCulture)), 99, 101);
    }

    [Fact]
    public async Task Endpoints_are_searched_and_sorted_over_the_address()
    {
        await using var host = await StartAsync();
        var rows = (await PanelAsync(host, "endpoints&sort=route&q=order", "endpoints")).GetProperty("rows").EnumerateArray().Select(Cells);

        Assert.Equal(["/orders", "/orders/{id}"], rows.Select(row => row[0]));
    }

    [Fact]
    public async Task An_endpoint_leads_to_its_own_page_which_is_narrowed_to_it()
    {
        await using var host = await StartAsync();

        Assert.Contains("href=\"" + Orders.Replace("&", "&amp;", StringComparison.Ordinal), await host.GetPageAsync("/monigo/endpoints"), StringComparison.Ordinal);
        var statuses = (await PanelAsync(host, Orders["/monigo/".Length..].Replace('?', '&'), "statuses")).GetProperty("rows").EnumerateArray().Select(Cells);
        Assert.Equal(["200", "500"], statuses.Select(row => row[0]).Order());
        Assert.Equal("50", statuses.First()[3]);
    }

    [Fact]
    public async Task The_heat_map_counts_every_request_of_its_columns_and_narrows_to_an_endpoint()
    {
        await using var host = await StartAsync();
        var all = (await PanelAsync(host, "endpoints", "latency-map")).GetProperty("heatmap");
        var one = (await PanelAsync(host, Orders["/monigo/".Length..].Replace('?', '&'), "latency-map")).GetProperty("heatmap");

        Assert.StartsWith($"{Sum(all):#,0} requests · half within ", all.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(Sum(all), 5 * Sum(one)); // Two of ten series.
        Assert.InRange(all.GetProperty("ticks").GetArrayLength(), 2, 7);
    }

    [Fact]
    public async Task The_heat_map_is_drawn_without_JavaScript_and_in_words()
    {
        await using var host = await StartAsync();
        var html = WebUtility.HtmlDecode(await host.GetPageAsync("/monigo/endpoints"));

        Assert.Matches("<path class=\"heat-[1-7]\" d=\"M0 [0-9]+h[0-9]+v1h-[0-9]+z", html);
        Assert.Matches("data-summary>[0-9,]+ requests · half within [0-9.]+ ms", html);
        Assert.Matches(">(1|10|100) ms</text>", html);
    }

    [Fact]
    public async Task Live_readers_get_new_cells_when_tables_are_due()
    {
        await using var host = await StartAsync();
        using var live = await host.OpenLiveAsync("?page=endpoints");
        await host.TickAsync();
        var line = "";
        while (!line.StartsWith("data:", StringComparison.Ordinal))
            line = await live.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The stream ended.");

        Assert.Contains("\"latency-map\":{\"heatmap\":{\"first\":", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slowest_requests_lead_to_their_traces_and_exceptions()
    {
        await using var host = await StartAsync();
        var html = await host.GetPageAsync("/monigo/endpoints");

        Assert.Contains($"trace?id={SyntheticTraces.FailedOrder}", html, StringComparison.Ordinal);
        Assert.Contains($"exception?id={SyntheticTraces.OutOfStock}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_are_narrowed_by_duration_and_outcome_over_the_address()
    {
        await using var host = await StartAsync();
        var (all, slow, failed) = (await TracesAsync(host, ""), await TracesAsync(host, "&min=1000"), await TracesAsync(host, "&outcome=failed&q=post"));

        Assert.Equal(26, all.Count);
        Assert.Equal("Reports.Nightly(Clock)->Task", Assert.Single(slow)[0]);
        Assert.Equal(5, failed.Count);
        Assert.All(failed, row => Assert.Equal("3", row[5]));
    }

    [Fact]
    public async Task A_filter_that_there_is_not_is_refused_with_the_choices()
    {
        await using var host = await StartAsync();
        var answer = await host.SendAsync("/monigo/traces?min=7");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Write one of 10, 100, 1000, 5000, or nothing.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_links_that_keep_the_search_and_the_other_filter()
    {
        await using var host = await StartAsync();
        var html = WebUtility.HtmlDecode(await host.GetPageAsync("/monigo/traces?q=post&outcome=failed"));

        Assert.Matches("href=\"/monigo/traces\\?range=15m&q=post&min=100&outcome=failed\"[^>]*>100 ms<", html);
        Assert.Matches("aria-current=\"true\">failed<", html);
    }

    [Fact]
    public async Task A_trace_shows_who_called_whom_with_log_lines_and_links()
    {
        await using var host = await StartAsync();
        var html = WebUtility.HtmlDecode(await host.GetPageAsync("/monigo/trace?id=" + SyntheticTraces.FailedOrder));

        Assert.Equal(
            [1, 2, 3, 3, 4, 4, 3, 4, 2],
            Regex.Matches(html, "aria-level=\"(?<level>[0-9])\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => int.Parse(match.Groups["level"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("<h1 class=\"subject name function\" title=\"POST /orders\">", html, StringComparison.Ordinal);
        Assert.Contains("What called it was not kept", html, StringComparison.Ordinal);
        Assert.Contains("No price list for currency SEK, falling back to EUR", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/monigo/endpoint?method=POST&route=%2Forders&range=15m\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/monigo/function?name=Stock.Reserve", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/monigo/exception?id={SyntheticTraces.OutOfStock}&range=15m\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_is_the_same_at_any_time_so_none_can_be_chosen_and_nothing_refreshes()
    {
        await using var host = await StartAsync();
        var html = await host.GetPageAsync("/monigo/trace?id=" + SyntheticTraces.FailedOrder);

        Assert.DoesNotContain("data-range=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-action=\"live\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_of_a_thousand_spans_is_cut_and_says_where()
    {
        await using var host = await StartAsync();
        var html = await host.GetPageAsync("/monigo/trace?id=" + SyntheticTraces.Huge);

        Assert.Equal(250, Regex.Count(html, "aria-level=", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("750 shorter spans are not shown; those that failed are.", html, StringComparison.Ordinal);
        Assert.Contains("99 shorter spans under it not shown", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_are_listed_latest_first_with_count_and_trend_and_found_by_message()
    {
        await using var host = await StartAsync();
        var rows = (await PanelAsync(host, "exceptions", "exception-groups")).GetProperty("rows").EnumerateArray().Select(Cells).ToList();
        var found = (await PanelAsync(host, "exceptions&q=duplicate", "exception-groups")).GetProperty("rows").EnumerateArray().Select(Cells);

        Assert.Equal(2, rows.Count);
        var outOfStock = Assert.Single(rows, row => row[0] == SyntheticTraces.OutOfStockType);
        Assert.Equal(("Only {number} of article {number} left.", "214", "POST /orders"), (outOfStock[1], outOfStock[4], outOfStock[7]));
        Assert.InRange(int.Parse(outOfStock[3], System.Globalization.CultureInfo.InvariantCulture), 20, 30);
        Assert.Equal("Npgsql.PostgresException", Assert.Single(found)[0]);
    }

    [Fact]
    public async Task An_exception_shows_its_stack_its_example_and_what_it_ended()
    {
        await using var host = await StartAsync();
        var html = WebUtility.HtmlDecode(await host.GetPageAsync("/monigo/exception?id=" + SyntheticTraces.OutOfStock));

        Assert.Contains($">{SyntheticTraces.OutOfStockType}</h1>", html, StringComparison.Ordinal);
        Assert.Matches("<li class=\"own\"><span>Shop.Orders.Stock.</span><b>Reserve</b>", html);
        Assert.Matches("<li><span>Microsoft.AspNetCore.Routing.EndpointMiddleware", html);
        Assert.Contains("Only 2 of article 4711 left.", html, StringComparison.Ordinal);
        Assert.Contains("System.TimeoutException: The operation has timed out.", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/monigo/trace?id={SyntheticTraces.FailedOrder}&range=15m\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/monigo/function?name=Stock.Reserve", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/monigo/endpoint?method=POST&route=%2Forders&range=15m\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trace?id=00000000000000000000000000000099", "This trace is not kept")]
    [InlineData("exception?id=0000000000000099", "This group is not known")]
    public async Task What_is_not_known_any_more_is_said(string page, string expected)
    {
        await using var host = await StartAsync();
        var answer = await host.SendAsync("/monigo/" + page);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoints", "No requests yet")]
    [InlineData("endpoints", "No request was kept in this range")]
    [InlineData("traces", "No trace was kept in this range")]
    [InlineData("exceptions", "No exceptions in this range")]
    public async Task An_idle_service_is_told_what_would_bring_rows(string page, string expected)
    {
        await using var host = await DashboardHost.StartAsync(idle: true);

        Assert.Contains($"<p data-empty><b>{expected}</b>", await host.GetPageAsync("/monigo/" + page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_users_and_exceptions_say_is_text_and_never_markup()
    {
        await using var host = await StartAsync();
        const string Evil = "<img src=x onerror=alert(1)>";
        host.Services.GetRequiredService<ISpanStore>().Add(new(
            "evil", "0000000000000001", null, Evil, DashboardHost.Start, TimeSpan.FromSeconds(9), Evil, TagSet.Of("tag", Evil))
        { Lines = [new(DashboardHost.Start, Evil, Evil, Evil)] });
        host.Tracing.Groups.Add(new("evil", Evil, Evil, Evil, 1, DashboardHost.Start, DashboardHost.Start, new(DashboardHost.Start, Evil, Evil, Evil, "evil")));

        foreach (var page in new[] { "trace?id=evil", "exception?id=evil", "traces", "exceptions" })
            Assert.DoesNotContain("<img", await host.GetPageAsync("/monigo/" + page), StringComparison.Ordinal);
    }

    private static async Task<DashboardHost> StartAsync()
    {
        var host = await DashboardHost.StartAsync();
        SyntheticTraces.Fill(host.Services.GetRequiredService<ISpanStore>(), DashboardHost.Start);
        host.Tracing.Groups.AddRange(SyntheticTraces.Groups(DashboardHost.Start));
        return host;
    }

    private static async Task<List<string[]>> TracesAsync(DashboardHost host, string query) =>
        [.. (await PanelAsync(host, "traces" + query, "traces")).GetProperty("rows").EnumerateArray().Select(Cells)];

    private static async Task<JsonElement> PanelAsync(DashboardHost host, string page, string panel) =>
        JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=" + page)).RootElement.GetProperty("panels").GetProperty(panel);

    private static string[] Cells(JsonElement row) =>
        [.. row.GetProperty("cells").EnumerateArray().Select(cell => (cell.ValueKind == JsonValueKind.String ? cell : cell.GetProperty("text")).GetString()!)];

    private static long Sum(JsonElement map) =>
        map.GetProperty("columns").EnumerateArray().Sum(column => column.EnumerateArray().Sum(count => count.GetInt64()));
}
