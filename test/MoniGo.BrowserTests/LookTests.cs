using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>The page fits any window and breaks no rule of accessibility or of its own policy.</summary>
public sealed class LookTests(Shop shop, Chromium chromium)
{
    private static readonly string[] Pages = ["", "/storage"];

    public static MatrixTheoryData<int, string> Widths => new([320, 375, 768, 1024, 1440], Pages);

    public static MatrixTheoryData<ColorScheme, string> Themes => new([ColorScheme.Light, ColorScheme.Dark], Pages);

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Nothing_sticks_out_sideways(int width, string page)
    {
        await using var visit = await OpenAsync(ColorScheme.Light, width, page);

        // Playwright's own scroll bars take no room, so any difference is an element that is too wide.
        var sticksOut = await visit.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))
            """);

        Assert.Empty(sticksOut);
        visit.HadNothingToComplain();
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Axe_finds_nothing_to_object_to(ColorScheme theme, string page)
    {
        await using var visit = await OpenAsync(theme, 1440, page);

        await Axe.FindsNothingAsync(visit.Page);
    }

    [Fact]
    public async Task Axe_finds_nothing_to_object_to_in_the_help()
    {
        await using var visit = await OpenAsync(ColorScheme.Dark, 1440);
        await visit.Page.Keyboard.TypeAsync("?");
        await visit.Page.Locator("dialog[data-help][open]").WaitForAsync();

        await Axe.FindsNothingAsync(visit.Page);
    }

    [Fact]
    public async Task Axe_finds_nothing_to_object_to_while_a_range_is_read_and_after()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, 1440);
        var release = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/v1/panels?*", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });

        await visit.Page.Locator("[data-range='1h']").ClickAsync();
        await visit.Page.Locator("main[aria-busy='true']").WaitForAsync();
        await Axe.FindsNothingAsync(visit.Page);

        release.SetResult();
        await visit.Page.Locator("main[aria-busy='false']").WaitForAsync();
        await Axe.FindsNothingAsync(visit.Page);
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Axe_would_find_an_image_without_words_and_a_faint_text()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, 1440);
        await visit.Page.EvaluateAsync(
            """
            () => {
              document.querySelector('main').append(new Image(9, 9));
              const faint = document.createElement('p');
              faint.textContent = 'faint';
              Object.assign(faint.style, { color: '#ddd', background: '#fff' });
              document.querySelector('main').append(faint);
            }
            """);

        var found = await Axe.ViolationsAsync(visit.Page);

        Assert.Contains(found, line => line.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_inline_style_or_script_would_be_stopped_and_noticed()
    {
        await using var visit = await OpenAsync(ColorScheme.Light, 1440);
        visit.HadNothingToComplain();

        await visit.Page.EvaluateAsync("() => document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))");
        await visit.UntilComplaintAsync();

        Assert.Contains(visit.Complaints, complaint => complaint.Contains("style-src", StringComparison.Ordinal));
    }

    /// <summary>Opens a page, the overview by default, and waits until its charts are drawn.</summary>
    private async Task<Visit> OpenAsync(ColorScheme theme, int width, string page = "")
    {
        var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + page), new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();
        return visit;
    }
}
