using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class FunctionPageTests
{
    private const string Place = "OrderService.PlaceAsync(Cart,Customer)->Order";
    private const string Query = "name=OrderService.PlaceAsync%28Cart%2CCustomer%29-%3EOrder";

    [Fact]
    public async Task The_page_of_a_function_is_named_after_it_and_stands_under_its_parent()
    {
        await using var host = await DashboardHost.StartAsync();
        var html = (await host.GetPageAsync($"/monigo/function?{Query}&range=5m")).ReplaceLineEndings("");

        Assert.Contains("<title>OrderService.PlaceAsync(Cart,Customer)-&gt;Order · storefront</title>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/monigo/functions?range=5m\" data-keep=\"functions\">Functions</a>", html, StringComparison.Ordinal);
        Assert.Matches("<a href=\"/monigo/functions\\?range=5m\" data-keep=\"functions\" aria-current=\"true\">", html);
        Assert.DoesNotContain("data-keep=\"function\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/monigo/function?{Query}&amp;range=1h\"", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"name\" value=\"OrderService.PlaceAsync(Cart,Customer)-&gt;Order\" />", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_is_of_the_function_alone()
    {
        await using var host = await DashboardHost.StartAsync();
        var slow = await PanelAsync(host, Query, "function-quantiles");
        var fast = await PanelAsync(host, "name=" + Uri.EscapeDataString("TaxTable.Lookup(string)->decimal"), "function-quantiles");

        Assert.True(Last(slow) > 2 * Last(fast));

        static double Last(JsonElement panel) => panel.GetProperty("lines")[1].GetProperty("values").EnumerateArray().Last(value => value.ValueKind == JsonValueKind.Number).GetDouble();
    }

    [Fact]
    public async Task A_function_that_nobody_called_is_unknown()
    {
        await using var host = await DashboardHost.StartAsync();
        var response = await host.SendAsync("/monigo/function?name=Gone()");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<b>No function is called that</b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-chart", html, StringComparison.Ordinal);
        var json = await host.GetPageAsync("/monigo/api/v1/panels?page=function&name=Gone()");
        Assert.Contains("\"panels\":{},", json, StringComparison.Ordinal);
        Assert.Contains("\"isUnknown\":true", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slowest_kept_calls_lead_to_their_traces_and_callers_have_their_share()
    {
        await using var host = await DashboardHost.StartAsync();
        var spans = host.Services.GetRequiredService<ISpanStore>();
        for (var number = 1; number <= 4; number++)
            spans.Add(Kept(number, number == 4 ? "Import()" : "Handle()"));

        spans.Add(Kept(5, null));
        var calls = (await PanelAsync(host, Query, "slow-calls")).GetProperty("rows");
        var callers = (await PanelAsync(host, Query, "callers")).GetProperty("rows");

        Assert.Equal("trace?id=00000000000000000000000000000005", calls[0].GetProperty("cells")[0].GetProperty("to").GetString());
        Assert.Equal(["slow", "5,000", "10"], calls[0].GetProperty("cells").EnumerateArray().Skip(1).Take(3).Select(cell => cell.GetString()));
        Assert.Equal("function?name=Handle%28%29", callers[0].GetProperty("cells")[0].GetProperty("to").GetString());
        Assert.Equal(["75", "25"], callers.EnumerateArray().Select(row => row.GetProperty("cells")[2].GetString()));
    }

    [Fact]
    public async Task Durations_are_bars_with_their_percentiles_marked()
    {
        await using var host = await DashboardHost.StartAsync();
        var bars = (await PanelAsync(host, Query, "function-spread")).GetProperty("bars");

        // Here p95 stands too near to p99 for a text of its own.
        Assert.Equal(["p50", "", "p99"], bars.GetProperty("marks").EnumerateArray().Select(mark => mark.GetProperty("text").GetString()));
        Assert.Contains(" calls · p50 ", bars.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Matches("data-bars[^>]*>\\s*<rect x=\"0%\"", (await host.GetPageAsync("/monigo/function?" + Query)).ReplaceLineEndings(""));
    }

    [Fact]
    public void Of_TwoHills_PutsEachValueIntoItsBar()
    {
        var bars = DistributionBars.Of(new([-64, -63, 0, 16], [5, 5, 2, 1], 0, 1, 0.0625, 2));

        Assert.Equal(13, bars.Bars.Sum(bar => bar.Height > 0 ? int.Parse(bar.Text.Split(": ")[1], System.Globalization.CultureInfo.InvariantCulture) : 0));
        Assert.Equal(100, bars.Bars[0].Height);
        Assert.True(bars.Bars.Length <= 40);
        Assert.True(bars.Marks[0].At < bars.Marks[1].At);
        Assert.All(bars.Ticks, tick => Assert.InRange(tick.At, 0, 100));
    }

    [Fact]
    public void Of_NothingButZeros_IsOneBar()
    {
        var bars = DistributionBars.Of(new([], [], 3, 0, 0, 0));

        Assert.Equal(100, Assert.Single(bars.Bars).Height);
        Assert.All(bars.Marks, mark => Assert.Equal(0, mark.At));
    }

    [Theory]
    [InlineData("00i", "M0 18h0l4 0l4 -18")]
    [InlineData("-9-9", "M4 9h0M12 9h0")]
    [InlineData("", "")]
    public void Draw_Trend_LiftsThePenWhereNothingWasMeasured(string trend, string path) => Assert.Equal(path, Trend.Draw(trend));

    [Fact]
    public void Write_Values_AreLevelsOfTheLargest()
    {
        Assert.Equal("09i-", Trend.Write([0, 1, 2, null]));
        Assert.Equal("00", Trend.Write([0, 0]));
        Assert.Equal(Trend.Columns, Trend.Write([.. Enumerable.Repeat<double?>(1, 600)]).Length);
    }

    private static Span Kept(int number, string? caller) => new(
        $"{number:x32}", $"{number:x16}", null, Place, DashboardHost.Start.AddSeconds(-number), TimeSpan.FromSeconds(number), null,
        TagSet.Create(
        [
            new(SpanTags.Kind, SpanTags.FunctionKind), new(SpanTags.Kept, "slow"), new(SpanTags.Self, "0.01"),
            .. caller is null ? Array.Empty<KeyValuePair<string, string>>() : [new(SpanTags.Caller, caller)],
        ]));

    private static async Task<JsonElement> PanelAsync(DashboardHost host, string query, string panel)
    {
        using var json = JsonDocument.Parse(await host.GetPageAsync($"/monigo/api/v1/panels?page=function&{query}&range=15m"));
        return json.RootElement.GetProperty("panels").GetProperty(panel).Clone();
    }
}
