using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>The Storage page says what is kept, and history is there after a restart.</summary>
public sealed partial class StorageTests(Shop shop, Chromium chromium)
{
    [Fact]
    public async Task G_and_S_opens_the_page_with_its_tiers_and_the_run_that_goes_on()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard);
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();

        await visit.Page.Keyboard.TypeAsync("gs");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/storage\\?range=15m$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await Assertions.Expect(visit.Page.Locator("[data-table='tiers'] tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator("[data-table='restarts'] tbody tr").First).ToContainTextAsync("running");
        await Assertions.Expect(visit.Page.Locator("[data-tile='store-writes'] [data-text]")).ToHaveTextAsync("fine");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Moments_are_written_by_the_readers_own_clock_also_after_a_tick()
    {
        await using var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + "/storage"), new() { TimezoneId = "Pacific/Kiritimati" });
        var started = visit.Page.Locator("[data-table='restarts'] tbody tr td.moment").First;
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();

        await Assertions.Expect(started).ToHaveTextAsync(Clock());
        var clock = (await started.TextContentAsync())!.Split(' ')[^1];
        var (hour, minute) = (int.Parse(clock[..2], System.Globalization.CultureInfo.InvariantCulture), clock[3..5]);
        await using var elsewhere = await chromium.VisitAsync(new Uri(shop.Dashboard + "/storage"), new() { TimezoneId = "UTC" });
        await elsewhere.Page.Locator("[data-plot] canvas").First.WaitForAsync();

        // Kiritimati is 14 hours ahead.
        await Assertions.Expect(elsewhere.Page.Locator("[data-table='restarts'] tbody tr td.moment").First)
            .ToContainTextAsync($"{(hour + 10) % 24:D2}:{minute}:");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Trouble_that_comes_while_the_page_is_open_is_told_and_so_is_its_end()
    {
        await using var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + "?live=0"));
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();
        var well = """{"place":"disk","text":"1 MB of 2 MB","share":50,"warnings":[],"notes":[]}""";
        var ill = """{"place":"disk","text":"1 MB of 2 MB","share":50,"warnings":[{"tone":"bad","title":"","text":"It is full."}],"notes":[{"tone":"bad","title":"A problem.","text":"It is full."}]}""";
        var store = ill;
        await visit.Page.RouteAsync("**/api/v1/panels?*", async route =>
        {
            var answer = System.Text.Json.Nodes.JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            answer["store"] = System.Text.Json.Nodes.JsonNode.Parse(store);
            await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = answer.ToJsonString() });
        });

        await visit.Page.Locator("[data-range='1h']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".notice.bad")).ToHaveTextAsync("A problem. It is full.");
        await Assertions.Expect(visit.Page.Locator(".warning.tone-bad")).ToHaveTextAsync("It is full.");
        await Assertions.Expect(visit.Page.Locator("[data-store-text]")).ToHaveTextAsync("1 MB of 2 MB");
        await Axe.FindsNothingAsync(visit.Page);

        store = well;
        await visit.Page.Locator("[data-range='5m']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".notice.bad, .warning")).ToHaveCountAsync(0);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Without_JavaScript_the_tiers_and_facts_are_there()
    {
        await using var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + "/storage"), new() { JavaScriptEnabled = false });

        Assert.Equal(3, await visit.Page.Locator("[data-table='tiers'] tbody tr").CountAsync());
        Assert.Equal("fine", await visit.Page.Locator("[data-tile='store-writes'] [data-text]").TextContentAsync());
        visit.HadNothingToComplain();
    }

    [GeneratedRegex("[0-9]{2}:[0-9]{2}:[0-9]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
