using System.Net;
using System.Text.Json;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class FunctionsPageTests
{
    private const string Place = "OrderService.PlaceAsync(Cart,Customer)->Order";

    [Fact]
    public async Task Functions_come_slowest_first_and_each_leads_to_its_page_at_the_time_shown()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = (await host.GetPageAsync("/monigo/functions?range=5m")).ReplaceLineEndings("");

        Assert.Matches("<tbody data-rows>\\s*<tr[^>]*>\\s*<th scope=\"row\" class=\"name function\" title=\"OrderService.PlaceAsync[^\"]*\">", html);
        Assert.Contains("href=\"/monigo/function?name=OrderService.PlaceAsync%28Cart%2CCustomer%29-%3EOrder&amp;range=5m\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"><a href=\"/monigo/functions?range=5m&amp;sort=p95\"", html, StringComparison.Ordinal);
        Assert.Matches("<svg class=\"trend\"[^>]*aria-hidden=\"true\"><path d=\"M0 ", html);
    }

    [Theory]
    [InlineData("sort=name", "CartRepository.LoadAsync(Guid)->Cart", 6)]
    [InlineData("sort=-name", "ThumbnailCache.Render(Stream)->byte[]", 6)]
    [InlineData("q=CART", Place, 3)]
    [InlineData("q=cart&sort=name", "CartRepository.LoadAsync(Guid)->Cart", 3)]
    [InlineData("p=9", Place, 6)]
    public async Task The_address_sorts_searches_and_pages(string query, string first, int rows)
    {
        await using var host = await DashboardHost.StartAsync();
        var panel = await PanelAsync(host, "functions&range=5m&" + query, "functions");

        Assert.Equal(rows, panel.GetProperty("rows").GetArrayLength());
        Assert.Equal((1, rows), (panel.GetProperty("list").GetProperty("first").GetInt32(), panel.GetProperty("list").GetProperty("total").GetInt32()));
        Assert.Equal(first, panel.GetProperty("rows")[0].GetProperty("cells")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_search_without_a_match_says_so_and_keeps_its_field()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = await host.GetPageAsync("/monigo/functions?q=%22%3E%3Cscript%3E");

        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("Nothing matches.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_form_keeps_the_time_and_the_order_and_starts_at_the_first_page()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = await host.GetPageAsync("/monigo/functions?range=1h&sort=name&q=cart&p=2");

        Assert.Contains("<input type=\"hidden\" name=\"range\" value=\"1h\" />", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"name\" />", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<input type=\"hidden\" name=\"q\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<input type=\"hidden\" name=\"p\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("functions?sort=nope", "sort", "p95")]
    [InlineData("functions?p=0", "p", "from 1")]
    [InlineData("functions?p=x", "p", "from 1")]
    [InlineData("function", "name", "1 to 1024")]
    public async Task A_bad_parameter_is_named_with_its_legal_values(string address, string parameter, string legal)
    {
        await using var host = await DashboardHost.StartAsync();
        var response = await host.SendAsync("/monigo/" + address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Contains(legal, problem.RootElement.GetProperty("errors").GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("functions?q=", Listing.MaxSearch)]
    [InlineData("function?name=", SubjectQuery.MaxLength)]
    public async Task A_text_that_is_too_long_is_refused(string address, int most)
    {
        await using var host = await DashboardHost.StartAsync();

        Assert.NotEqual(HttpStatusCode.BadRequest, (await host.SendAsync($"/monigo/{address}{new string('x', most)}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.SendAsync($"/monigo/{address}{new string('x', most + 1)}")).StatusCode);
    }

    [Fact]
    public async Task Running_calls_come_oldest_first_and_say_where_they_are()
    {
        await using var host = await DashboardHost.StartAsync();
        host.Tracing.Calls.Add(Call("b", 2, thread: 7));
        host.Tracing.Calls.Add(Call("a", 300, thread: null));
        var rows = (await PanelAsync(host, "functions", "running-calls")).GetProperty("rows");

        Assert.Equal(["awaiting", "5 min"], [Cell(rows[0], 1), Cell(rows[0], 2)]);
        Assert.Equal(["on thread 7", "2 s"], [Cell(rows[1], 1), Cell(rows[1], 2)]);
    }

    [Fact]
    public async Task A_service_that_faulted_stands_first_in_red_and_leads_to_its_exception()
    {
        await using var host = await DashboardHost.StartAsync();
        host.Tracing.Services.Add(new("Mail", BackgroundServiceState.Running, DashboardHost.Start, null, null));
        host.Tracing.Services.Add(new("Outbox", BackgroundServiceState.Faulted, DashboardHost.Start, "TimeoutException: no answer", "5f0c1a2b3c4d5e6f"));
        var rows = (await PanelAsync(host, "functions&live=0", "background-services")).GetProperty("rows");

        Assert.Equal("Outbox", Cell(rows[0], 0));
        Assert.Equal("tone-bad", rows[0].GetProperty("cells")[1].GetProperty("tone").GetString());
        Assert.Equal("exception?id=5f0c1a2b3c4d5e6f", rows[0].GetProperty("cells")[3].GetProperty("to").GetString());
        Assert.Equal("Mail", Cell(rows[1], 0));
    }

    [Fact]
    public async Task A_live_table_is_of_the_part_that_its_reader_sees()
    {
        await using var host = await DashboardHost.StartAsync();
        using var live = await host.OpenLiveAsync("?page=functions&range=5m&sort=name&q=cart");
        await host.Feed.WhenSubscribed(1);
        await host.TickAsync();

        while (await live.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal))
                continue;

            using var tick = JsonDocument.Parse(line["data: ".Length..]);
            var panel = tick.RootElement.GetProperty("panels").GetProperty("functions");
            Assert.Equal("CartRepository.LoadAsync(Guid)->Cart", Cell(panel.GetProperty("rows")[0], 0));
            Assert.Equal(3, panel.GetProperty("list").GetProperty("total").GetInt32());
            return;
        }
    }

    private static ActiveCall Call(string function, int seconds, int? thread) =>
        new(function, DashboardHost.Start.AddSeconds(-seconds), TimeSpan.FromSeconds(seconds), thread is null, thread);

    private static string Cell(JsonElement row, int at)
    {
        var cell = row.GetProperty("cells")[at];
        return (cell.ValueKind == JsonValueKind.Object ? cell.GetProperty("text") : cell).GetString()!;
    }

    private static async Task<JsonElement> PanelAsync(DashboardHost host, string page, string panel)
    {
        using var json = JsonDocument.Parse(await host.GetPageAsync("/monigo/api/v1/panels?page=" + page));
        return json.RootElement.GetProperty("panels").GetProperty(panel).Clone();
    }
}
