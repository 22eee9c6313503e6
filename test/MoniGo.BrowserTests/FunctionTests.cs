using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>A reader finds the function that hurts, and what is known of it.</summary>
public sealed partial class FunctionTests(SeededServices services, Chromium chromium) : IClassFixture<SeededServices>
{
    private const string Rows = "[data-table='functions'] tbody tr";

    [Fact]
    public async Task A_heading_sorts_and_turns_the_order_around_without_a_reload()
    {
        await using var visit = await OpenAsync(services.Crowded.Page("functions?range=5m"));
        await visit.Page.EvaluateAsync("() => { window.sameDocument = true }");
        var heading = visit.Page.Locator("[data-table='functions'] th", new() { HasText = "Function" }).First;

        await heading.Locator("a").ClickAsync();
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(visit.Page.Locator(Rows).First).ToContainTextAsync("Handle");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Ends("range=5m&sort=name"));

        await heading.Locator("a").ClickAsync();
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(visit.Page.Locator(Rows).First).ToContainTextAsync("stock-refresh");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument"));
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task A_search_narrows_two_thousand_functions_and_pages_are_turned()
    {
        await using var visit = await OpenAsync(services.Crowded.Page("functions"));
        await Assertions.Expect(visit.Page.Locator("[data-shown]")).ToHaveTextAsync(FirstPage());

        await visit.Page.Locator("[data-turn='1']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-shown]")).ToHaveTextAsync(SecondPage());
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("STEP0042");

        await Assertions.Expect(visit.Page.Locator("[data-shown]")).ToHaveTextAsync("1–1 of 1");
        await Assertions.Expect(visit.Page.Locator(Rows)).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Ends("q=STEP0042"));
        Assert.False(await visit.Page.Locator("[data-turn='1']").IsVisibleAsync());
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task A_click_anywhere_in_a_row_leads_to_the_function_and_keeps_the_range()
    {
        await using var visit = await OpenAsync(services.Busy.Page("functions?q=placeasync"));
        await visit.Page.Locator("[data-range='5m']").ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-when]').textContent.includes('5 minutes')");
        await visit.Page.Locator(Rows).First.Locator("td").Nth(4).ClickAsync(new() { Force = true }); // the row's link lies over it
        await visit.Page.Locator("[data-distribution]").WaitForAsync();

        Assert.Equal(SeededFunctions.Slow, await visit.Page.Locator("h1").TextContentAsync());
        Assert.Contains("range=5m", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("true", await visit.Page.Locator("nav[aria-label=Pages] a", new() { HasText = "Functions" }).GetAttributeAsync("aria-current"));
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task The_page_of_a_function_follows_its_ticks_and_keeps_its_subject_over_ranges()
    {
        await using var visit = await OpenAsync(services.Busy.Function(SeededFunctions.Slow));
        var moment = await visit.Page.Locator("[data-when]").TextContentAsync();
        await visit.UntilAsync("before => document.querySelector('[data-when]').textContent !== before", moment);
        await visit.Page.Locator("[data-range='1h']").ClickAsync();
        await visit.UntilAsync("() => document.querySelector('[data-when]').textContent.includes('1 hour')");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(Ends("name=Shop.*&range=1h|range=1h&name=Shop.*"));
        await Assertions.Expect(visit.Page.Locator("[data-table='slow-calls'] tbody tr").First.Locator("a").First).ToHaveAttributeAsync("href", Ends("/trace\\?id=[0-9a-f]{32}&range=1h"));
        await Assertions.Expect(visit.Page.Locator("[data-bars] rect").First).ToBeVisibleAsync();
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Without_JavaScript_it_sorts_searches_and_turns_pages_by_links_and_a_form()
    {
        await using var visit = await chromium.VisitAsync(services.Crowded.Page("functions?range=5m"), new() { JavaScriptEnabled = false });

        await visit.Page.Locator("[data-table='functions'] th a", new() { HasText = "Function" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(Rows).First).ToContainTextAsync("Handle");
        await visit.Page.Locator("[data-turn='1']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-shown]")).ToHaveTextAsync(SecondPage());
        await visit.Page.Locator("[data-search] input[type=search]").FillAsync("stock-refresh");
        await visit.Page.Locator("[data-search] button").ClickAsync();
        await visit.Page.Locator(Rows).First.Locator("th a").ClickAsync();

        Assert.Equal("stock-refresh", await visit.Page.Locator("h1").TextContentAsync());
        Assert.Contains("range=5m", visit.Page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await visit.Page.Locator("[data-bars] rect").CountAsync());
        visit.HadNothingToComplain();
    }

    private async Task<Visit> OpenAsync(Uri address)
    {
        var visit = await chromium.VisitAsync(address);
        await visit.Page.Locator("html.js[data-connection=live]").WaitForAsync();
        return visit;
    }

    private static Regex Ends(string pattern) => new($"({pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^1–25 of 2,0[0-9]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstPage();

    [GeneratedRegex("^26–50 of 2,0[0-9]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecondPage();
}
