using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>The pages of functions fit any window and break no rule of accessibility, with few rows, many and none.</summary>
public sealed class FunctionLookTests(SeededServices services, Chromium chromium) : IClassFixture<SeededServices>
{
    private static readonly string[] Pages = ["functions", "functions?q=no+such", "slow", "long", "unknown", "crowded", "idle"];

    public static MatrixTheoryData<int, string> Widths => new([320, 375, 768, 1440], Pages);

    public static MatrixTheoryData<ColorScheme, string> Themes => new([ColorScheme.Light, ColorScheme.Dark], Pages);

    public static MatrixTheoryData<ColorScheme, int, string> Pictures => new([ColorScheme.Light, ColorScheme.Dark], [375, 768, 1440], Pages);

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

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Pages_have_their_picture_taken(ColorScheme theme, int width, string page)
    {
        await using var visit = await OpenAsync(theme, width, page);
        var name = $"function-{page.Split('?')[^1]}-{theme}-{width}.png".ToLowerInvariant();

        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.Screenshots, name), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    private async Task<Visit> OpenAsync(ColorScheme theme, int width, string page)
    {
        var visit = await chromium.VisitAsync(AddressOf(page), new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        await visit.Page.Locator("html.js[data-connection=live]").WaitForAsync();
        return visit;
    }

    private Uri AddressOf(string page) => page switch
    {
        "slow" => services.Busy.Function(SeededFunctions.Slow),
        "long" => services.Busy.Function(SeededFunctions.Long),
        "unknown" => services.Busy.Function("Shop.Gone()"),
        "crowded" => services.Crowded.Page("functions?p=2"),
        "idle" => services.Idle.Page("functions"),
        _ => services.Busy.Page(page),
    };
}
