using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>A browser without JavaScript sees the same figures.</summary>
public sealed partial class WithoutJavaScriptTests(Shop shop, Chromium chromium)
{
    private static readonly BrowserNewContextOptions Plain = new() { JavaScriptEnabled = false };

    // A chart may still lack its second point; then the page brings it by itself.
    private static readonly LocatorAssertionsToHaveAttributeOptions Patiently = new() { Timeout = 30_000 };

    [Fact]
    public async Task Numbers_tables_and_charts_are_there()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard, Plain);

        Assert.NotEqual("–", await visit.Page.Locator("[data-tile='cpu'] [data-text]").TextContentAsync());
        Assert.NotEqual(0, await visit.Page.Locator("tbody[data-rows] tr").CountAsync());
        await Assertions.Expect(visit.Page.Locator("[data-chart='request-rate'] svg path.line").First).ToHaveAttributeAsync("d", MoreThanOnePoint(), Patiently);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Buttons_that_need_JavaScript_do_not_show()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard, Plain);

        foreach (var button in await visit.Page.Locator("[data-action]").AllAsync())
            Assert.False(await button.IsVisibleAsync());
    }

    [Fact]
    public async Task Ranges_are_links_and_the_page_renews_itself()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard, Plain);
        Assert.Equal(1, await visit.Page.Locator("meta[http-equiv='refresh']").CountAsync());

        await visit.Page.Locator("[data-range='1h']").ClickAsync();
        await visit.Page.WaitForURLAsync("**range=1h**");

        Assert.StartsWith("Last 1 hour", await visit.Page.Locator("[data-when]").TextContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>A path that moves somewhere and draws from there.</summary>
    [GeneratedRegex("^M[^lL]+[lL]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MoreThanOnePoint();
}
