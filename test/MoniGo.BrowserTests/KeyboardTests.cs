namespace MoniGo.BrowserTests;

/// <summary>Everything can be reached without a mouse.</summary>
public sealed class KeyboardTests(Shop shop, Chromium chromium)
{
    [Fact]
    public async Task A_question_mark_opens_the_help_and_escape_closes_it()
    {
        await using var visit = await OpenAsync("");

        await visit.Page.Keyboard.TypeAsync("?");
        await visit.Page.Locator("dialog[data-help][open]").WaitForAsync();
        Assert.Contains("Pause", await visit.Page.Locator("dialog[data-help]").InnerTextAsync(), StringComparison.Ordinal);

        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.UntilAsync("() => !document.querySelector('dialog[data-help]').open");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task G_and_a_letter_goes_to_a_page_and_keeps_the_range()
    {
        await using var visit = await OpenAsync("/overview?range=1h");

        await visit.Page.Keyboard.TypeAsync("go");
        await visit.UntilAsync("() => !location.pathname.endsWith('/overview')");

        Assert.Contains("range=1h", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Overview", await visit.Page.Locator("h1").TextContentAsync());
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task Control_K_opens_the_commands_and_a_typed_one_is_carried_out()
    {
        await using var visit = await OpenAsync("");

        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Locator("dialog[data-palette][open]").WaitForAsync();
        await visit.Page.Keyboard.TypeAsync("pause");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.UntilAsync("() => document.querySelector('[data-live]').dataset.live === 'off'");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task The_theme_follows_a_key_and_is_remembered()
    {
        await using var visit = await OpenAsync("");
        const string Colour = "getComputedStyle(document.body).backgroundColor";
        var before = await visit.Page.EvaluateAsync<string>(Colour);

        await visit.Page.Keyboard.TypeAsync("t");
        await visit.UntilAsync($"before => {Colour} !== before", before);
        var chosen = await visit.Page.Locator("html").GetAttributeAsync("data-theme");
        await visit.Page.ReloadAsync();

        Assert.Contains(chosen, (string[])["light", "dark"]);
        Assert.Equal(chosen, await visit.Page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.NotEqual(before, await visit.Page.EvaluateAsync<string>(Colour));
        visit.HadNothingToComplain();
    }

    /// <summary>Opens a page and waits until its script listens: only then the canvas is there.</summary>
    private async Task<Visit> OpenAsync(string path)
    {
        var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + path));
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();
        return visit;
    }
}
