using System.Globalization;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>Takes pictures to look at; they are not compared.</summary>
public sealed class PictureTests(Shop shop, Chromium chromium)
{
    /// <summary>Seconds of traffic to wait for before the picture is taken, which then goes to <c>.github/overview.png</c>.</summary>
    private const string ReadmeSwitch = "MONIGO_README_PICTURE";

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task The_overview_has_its_picture_taken(ColorScheme theme, int width)
    {
        await using var visit = await OpenAsync(theme, width, "?range=5m");
        var path = Path.Combine(SourceTree.Screenshots, $"overview-{theme}-{width}.png".ToLowerInvariant());

        await visit.Page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });

        Assert.True(new FileInfo(path).Length > 10_000, "The picture is all but empty.");
        visit.HadNothingToComplain();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 1024)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task The_storage_page_has_its_picture_taken(ColorScheme theme, int width)
    {
        await using var visit = await OpenAsync(theme, width, "/storage?range=5m");
        var path = Path.Combine(SourceTree.Screenshots, $"storage-{theme}-{width}.png".ToLowerInvariant());

        await visit.Page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });

        Assert.True(new FileInfo(path).Length > 10_000, "The picture is all but empty.");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task The_README_gets_a_picture_of_both_themes()
    {
        var isForReadme = double.TryParse(Environment.GetEnvironmentVariable(ReadmeSwitch), CultureInfo.InvariantCulture, out var seconds);
        var path = isForReadme ? Path.Combine(SourceTree.Root, ".github/overview.png") : Path.Combine(SourceTree.Screenshots, "readme.png");

        await using var visit = await OpenAsync(ColorScheme.Light, 1440, "?range=5m");
        await visit.Page.WaitForFunctionAsync("end => Date.now() > end", DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeMilliseconds(), new() { PollingInterval = 1000, Timeout = 0 });
        var light = await visit.Page.ScreenshotAsync();
        await using var darkVisit = await OpenAsync(ColorScheme.Dark, 1440, "?range=5m");
        var dark = await darkVisit.Page.ScreenshotAsync();

        await using var both = await chromium.VisitAsync(new Uri("about:blank"), Window(ColorScheme.Dark, 1440));
        await both.Page.SetContentAsync(
            $$"""
            <style>body { margin: 0 } img { position: absolute; width: 100% } .dark { clip-path: polygon(58% 0, 100% 0, 100% 100%, 42% 100%) }</style>
            <img src="data:image/png;base64,{{Convert.ToBase64String(light)}}"><img class="dark" src="data:image/png;base64,{{Convert.ToBase64String(dark)}}">
            """);
        await both.Page.ScreenshotAsync(new() { Path = path });

        Assert.True(new FileInfo(path).Length > 10_000, "The picture is all but empty.");
    }

    private async Task<Visit> OpenAsync(ColorScheme theme, int width, string query)
    {
        var visit = await chromium.VisitAsync(new Uri(shop.Dashboard + query), Window(theme, width));
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();
        return visit;
    }

    private static BrowserNewContextOptions Window(ColorScheme theme, int width)
        => new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } };
}
