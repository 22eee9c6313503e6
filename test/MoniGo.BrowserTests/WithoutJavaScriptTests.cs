using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>A browser without JavaScript sees the same figures.</summary>
public sealed class WithoutJavaScriptTests(Shop shop, Chromium chromium)
{
    private static readonly BrowserNewContextOptions Plain = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task Numbers_tables_and_charts_are_there()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard, Plain);

        Assert.NotEqual("–", await visit.Page.Locator("[data-tile='cpu'] [data-text]").TextContentAsync());
        Assert.NotEqual(0, await visit.Page.Locator("tbody[data-rows] tr").CountAsync());
        // A path of more than one point: it moves somewhere and draws from there.
        Assert.Matches("^M[^lL]+[lL]", await visit.Page.Locator("[data-chart='request-rate'] svg path.line").First.GetAttributeAsync("d"));
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
}
