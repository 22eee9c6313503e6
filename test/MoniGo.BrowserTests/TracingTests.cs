using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MoniGo.Tests;

namespace MoniGo.BrowserTests;

/// <summary>A reader finds the way from a slow endpoint to the line that was logged, with mouse, keys and without JavaScript.</summary>
public sealed partial class TracingTests(SeededServices services, Chromium chromium) : IClassFixture<SeededServices>
{
    private static readonly BrowserNewContextOptions Plain = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task From_an_endpoint_over_a_trace_to_its_exception_and_back_to_a_function()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("endpoints"));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "/orders", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("POST /orders");
        await Assertions.Expect(visit.Page.Locator("[data-table='statuses'] tbody tr")).ToHaveCountAsync(2);

        await visit.Page.Locator("[data-table='slowest-requests'] tbody tr", new() { HasText = "failed" }).First.Locator("th a").ClickAsync();
        var failed = visit.Page.Locator(".waterfall summary", new() { HasText = "Reserve" });
        await failed.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".waterfall details[open] .log")).ToContainTextAsync("Only 2 of article 4711 left.");

        await visit.Page.Locator(".waterfall details[open]").GetByRole(AriaRole.Link, new() { Name = SyntheticTraces.OutOfStockType }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(SyntheticTraces.OutOfStockType);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Stock.Reserve(int,int)->void" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(FunctionAddress());
    }

    [Fact]
    public async Task The_heat_map_tells_each_cell_under_the_pointer_and_by_arrow_keys()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("endpoints?live=0"));
        var map = visit.Page.Locator("[data-heatmap]");
        var at = map.Locator("[data-at]");
        await visit.Page.Locator("html.js").WaitForAsync();

        await map.Locator("[data-cells]").HoverAsync();
        await Assertions.Expect(at).ToHaveTextAsync(CellWords());

        await map.Locator("[data-plot]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        var first = await at.TextContentAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(at).Not.ToHaveTextAsync(first!);
        await Assertions.Expect(map.Locator("[data-readout]")).ToHaveTextAsync(CellWords());
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task The_heat_map_moves_on_with_the_ticks()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("endpoints?range=5m"));
        var cells = visit.Page.Locator("[data-cells]");
        var before = await cells.InnerHTMLAsync();

        await visit.UntilAsync("before => document.querySelector('[data-cells]').innerHTML !== before", before);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Filters_narrow_at_once_and_the_address_holds_them()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("traces"));
        var shown = visit.Page.Locator("[data-shown]");
        var all = await shown.TextContentAsync();

        await visit.Page.Locator("[data-filter='outcome'][data-value='failed']").ClickAsync();
        await Assertions.Expect(shown).Not.ToHaveTextAsync(all!);
        await visit.Page.Locator("[data-filter='min'][data-value='100']").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(BothFilters());
        await Assertions.Expect(visit.Page.Locator("[data-filter='min'][aria-current]")).ToHaveTextAsync("100 ms");

        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("[data-filter='min'][aria-current]")).ToHaveTextAsync("any");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Opened_spans_stay_open_while_one_reads_elsewhere()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("trace?id=" + SyntheticTraces.FailedOrder));
        foreach (var name in new[] { "PlaceAsync", "Recalculate" })
            await visit.Page.Locator(".waterfall summary", new() { HasText = name }).ClickAsync();

        await visit.Page.Locator("#log").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator(".waterfall details[open]")).ToHaveCountAsync(2);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Without_JavaScript_spans_open_filters_are_links_and_the_heat_map_is_there()
    {
        await using var visit = await chromium.VisitAsync(services.Busy.Page("trace?id=" + SyntheticTraces.FailedOrder), Plain);
        await visit.Page.Locator(".waterfall summary", new() { HasText = "Recalculate" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".waterfall details[open] .log")).ToContainTextAsync("falling back to EUR");

        await visit.Page.GotoAsync(services.Busy.Page("traces").ToString());
        await visit.Page.Locator("[data-filter='outcome'][data-value='failed']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-filter='outcome'][aria-current]")).ToHaveTextAsync("failed");

        await visit.Page.GotoAsync(services.Busy.Page("endpoints").ToString());
        Assert.NotEqual(0, await visit.Page.Locator("[data-cells] path[d^='M']").CountAsync());
        visit.HadNothingToComplain();
    }

    [GeneratedRegex("[0-9:]{8} – .* · [0-9.,]+–[0-9.,]+ ms · [0-9,]+ requests$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CellWords();

    [GeneratedRegex("/function\\?name=Stock\\.Reserve", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FunctionAddress();

    [GeneratedRegex("[?&]outcome=failed&min=100", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BothFilters();
}
