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
        await visit.Page.WaitForURLAsync("**/storage?range=15m");

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
