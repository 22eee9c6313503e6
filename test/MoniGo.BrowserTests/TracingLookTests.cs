using Microsoft.Playwright;
using MoniGo.Tests;

namespace MoniGo.BrowserTests;

/// <summary>The pages of endpoints, traces and exceptions fit any window and break no rule of accessibility, full, empty, long and unknown.</summary>
public sealed class TracingLookTests(SeededServices services, Chromium chromium) : IClassFixture<SeededServices>
{
    private static readonly string[] Pages =
        ["endpoints", "endpoint", "long-endpoint", "traces", "trace", "huge-trace", "unknown-trace", "exceptions", "exception", "idle-endpoints", "idle-traces", "idle-exceptions"];

    public static MatrixTheoryData<int, string> Widths => new([320, 375, 768, 1440], Pages);

    public static MatrixTheoryData<ColorScheme, string> Themes => new([ColorScheme.Light, ColorScheme.Dark], Pages);

    public static MatrixTheoryData<ColorScheme, int, string> Pictures => new([ColorScheme.Light, ColorScheme.Dark], [375, 1440], Pages);

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Nothing_sticks_out_sideways(int width, string page)
    {
        await using var visit = await OpenAsync(ColorScheme.Light, width, page);

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))
            """));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Axe_finds_nothing_to_object_to(ColorScheme theme, string page)
    {
        await using var visit = await OpenAsync(theme, 1440, page);

        await Axe.FindsNothingAsync(visit.Page);
    }

    [Fact]
    public async Task Axe_finds_nothing_to_object_to_on_a_telephone_and_in_opened_spans()
    {
        await using var visit = await OpenAsync(ColorScheme.Dark, 375, "exception");
        await Axe.FindsNothingAsync(visit.Page);

        await using var trace = await OpenAsync(ColorScheme.Light, 375, "trace");
        foreach (var span in await trace.Page.Locator(".waterfall summary").AllAsync())
            await span.ClickAsync();

        await Axe.FindsNothingAsync(trace.Page);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Pages_have_their_picture_taken(ColorScheme theme, int width, string page)
    {
        await using var visit = await OpenAsync(theme, width, page);
        var name = $"tracing-{page}-{theme}-{width}.png".ToLowerInvariant();

        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Screenshots, name), FullPage = page != "huge-trace", Animations = ScreenshotAnimations.Disabled });
    }

    private async Task<Visit> OpenAsync(ColorScheme theme, int width, string page)
    {
        var visit = await chromium.VisitAsync(AddressOf(page), new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        await visit.Page.Locator("html.js").WaitForAsync();
        return visit;
    }

    private Uri AddressOf(string page) => page switch
    {
        "endpoint" => services.Busy.Page("endpoint?method=GET&route=%2Forders%2F%7Bid%7D"),
        "long-endpoint" => services.Busy.Page("endpoint?method=PUT&route=" + Uri.EscapeDataString(SeededRequests.Long)),
        "trace" => services.Busy.Page("trace?id=" + SyntheticTraces.FailedOrder),
        "huge-trace" => services.Busy.Page("trace?id=" + SyntheticTraces.Huge),
        "unknown-trace" => services.Busy.Page("trace?id=ffffffffffffffffffffffffffffffff"),
        "exception" => services.Busy.Page("exception?id=" + SyntheticTraces.OutOfStock),
        _ when page.StartsWith("idle-", StringComparison.Ordinal) => services.Idle.Page(page["idle-".Length..]),
        _ => services.Busy.Page(page),
    };
}
