using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>A chart shows what history holds: how far ticks reached, when nothing was measured, when the service was started.</summary>
public sealed class ChartHistoryTests(Shop shop, Chromium chromium)
{
    // Of the height of the plot at this share of its width: how much is painted.
    private const string Painted =
        """
        share => {
          const canvas = document.querySelector('[data-chart="cpu-use"] canvas');
          const over = document.querySelector('[data-chart="cpu-use"] .u-over');
          const x = Math.round((over.offsetLeft + share * over.clientWidth) * devicePixelRatio);
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const data = copy.getImageData(x, over.offsetTop * devicePixelRatio, 1, over.clientHeight * devicePixelRatio).data;
          return data.filter((value, at) => at % 4 === 3 && value > 0).length / (data.length / 4);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_band_lies_around_the_line_and_the_time_without_ticks_is_empty(ColorScheme theme)
    {
        await using var visit = await OpenAsync(theme, "&live=0");

        // Levels 30 to 60 of 60: half of the height; the line alone and the rules are a few rows.
        Assert.InRange(await PaintedAsync(visit.Page, 0.15), 0.4, 0.65);
        Assert.InRange(await PaintedAsync(visit.Page, 0.5), 0, 0.06);
        Assert.InRange(await PaintedAsync(visit.Page, 0.85), 0.005, 0.12);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Screenshots, $"history-{theme}.png".ToLowerInvariant()), FullPage = true });
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Under_the_cursor_the_legend_says_how_far_ticks_reached()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, "&live=0");

        await HoverAsync(visit, 0.15);
        Assert.Equal("30–60", await ReachAsync(visit.Page));

        await HoverAsync(visit, 0.85);
        Assert.Equal("", await ReachAsync(visit.Page));
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Ticks_go_on_beside_a_band()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, "");
        for (var tick = 0; tick < 3; tick++)
        {
            var moment = await visit.Page.Locator("[data-when]").TextContentAsync();
            await visit.UntilAsync("before => document.querySelector('[data-when]').textContent !== before", moment);
        }

        await HoverAsync(visit, 0.15);
        Assert.Equal("30–60", await ReachAsync(visit.Page));
        Assert.InRange(await PaintedAsync(visit.Page, 0.5), 0, 0.06);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task A_single_tick_far_above_all_steps_does_not_flatten_them()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, "&live=0", latest: 1000);

        // Levels 30 to 60 of 120, twice what the steps reach; of 1000 it would be the thirtieth part.
        Assert.InRange(await PaintedAsync(visit.Page, 0.15), 0.2, 0.4);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Every_chart_marks_a_start_of_the_service_where_it_happened()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, "&live=0");
        var charts = await visit.Page.Locator("[data-chart]").CountAsync();
        var marks = visit.Page.Locator(".restart");

        Assert.Equal(2 * charts, await marks.CountAsync()); // one of the two is out of the picture
        var shown = visit.Page.Locator("[data-chart='cpu-use'] .restart:visible");
        var title = await shown.GetAttributeAsync("title");
        Assert.StartsWith("Started ", title, StringComparison.Ordinal);
        Assert.EndsWith(", process 4711, version 2.14.0", title, StringComparison.Ordinal);
        var share = await shown.EvaluateAsync<double>("mark => (mark.offsetLeft + mark.clientWidth / 2) / mark.offsetParent.clientWidth");
        Assert.InRange(share, 0.65, 0.69);
        Assert.Equal(title, await shown.GetAttributeAsync("aria-label"));
        visit.HadNothingToComplain();
    }

    private static Task<double> PaintedAsync(IPage page, double share) => page.EvaluateAsync<double>(Painted, share);

    private static async Task<string?> ReachAsync(IPage page) =>
        await page.Locator("[data-chart='cpu-use'] [data-legend] small").Last.TextContentAsync();

    private static async Task HoverAsync(Visit visit, double share)
    {
        var over = visit.Page.Locator("[data-chart='cpu-use'] .u-over");
        var box = await over.BoundingBoxAsync() ?? throw new InvalidOperationException("The chart is not to be seen.");
        await over.HoverAsync(new() { Position = new() { X = (float)(share * box.Width), Y = 20 } });
        await visit.UntilAsync("() => document.querySelector('[data-chart=\"cpu-use\"] [data-at]').textContent !== ''");
    }

    /// <summary>Opens the last hour, in which the second third has no tick and the first has steps of many.</summary>
    private async Task<Visit> OpenAsync(ColorScheme theme, string query, double? latest = null)
    {
        var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + "?range=5m" + query), new() { ColorScheme = theme, ViewportSize = new() { Width = 1440, Height = 900 } });
        await visit.Page.RouteAsync("**/api/v1/panels?*", async route =>
        {
            var response = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = response, Body = Rewrite(await response.TextAsync(), latest) });
        });
        await visit.Page.Locator("[data-range='1h']").ClickAsync();
        await visit.Page.Locator(".restart[title*='process 4711']").First.WaitForAsync(new() { State = WaitForSelectorState.Attached }); // the shop's own start is marked before
        return visit;
    }

    private static string Rewrite(string text, double? latest)
    {
        var answer = JsonNode.Parse(text)!;
        var panel = answer["panels"]!["cpu-use"]!;
        panel.AsObject().Remove("now"); // the machine's real load
        if (latest is { } value)
            panel["now"] = new JsonObject { [panel["lines"]![1]!["label"]!.GetValue<string>()] = value };

        var lines = panel["lines"]!;
        var count = lines[1]!["values"]!.AsArray().Count;
        lines[0]!["values"] = Each(count, _ => null);
        lines[1]!["values"] = Each(count, third => third == 1 ? null : 40);
        lines[1]!["band"] = new JsonObject { ["unit"] = 10, ["below"] = Each(count, third => third == 0 ? 1 : 0), ["above"] = Each(count, third => third == 0 ? 2 : 0) };
        lines[0]!.AsObject().Remove("band");
        var (from, to) = (answer["from"]!.GetValue<double>(), answer["to"]!.GetValue<double>());
        answer["restarts"] = new JsonArray(
            new JsonObject { ["time"] = from - 60 },
            new JsonObject { ["time"] = from + ((to - from) * 2 / 3), ["pid"] = 4711, ["version"] = "2.14.0" });
        return answer.ToJsonString();

        static JsonArray Each(int count, Func<int, int?> value) =>
            new([.. Enumerable.Range(0, count).Select(i => value(i * 3 / count) is { } number ? JsonValue.Create(number) : null)]);
    }
}
