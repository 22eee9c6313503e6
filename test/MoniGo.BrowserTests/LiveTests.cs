using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>The page follows the service by itself, until it is told not to.</summary>
public sealed class LiveTests(Shop shop, Chromium chromium)
{
    // What the chart looks like now, as text: a new point makes another picture.
    private const string Picture = "document.querySelector('[data-chart=\"request-rate\"] canvas')?.toDataURL()";

    private const string Hide =
        """
        hidden => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """;

    [Fact]
    public async Task The_overview_shows_live_numbers_and_its_charts_move_without_a_reload()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard);
        await visit.Page.EvaluateAsync("() => { window.sameDocument = true }");
        await visit.UntilAsync($"() => {Picture} !== undefined");
        var (picture, moment) = (await visit.Page.EvaluateAsync<string>(Picture), await WhenAsync(visit.Page));

        await visit.UntilAsync($"before => {Picture} !== before", picture);
        await visit.UntilAsync("before => document.querySelector('[data-when]').textContent !== before", moment);
        await visit.UntilAsync("() => parseFloat(document.querySelector('[data-tile=\"requests\"] [data-text]').textContent) > 0");

        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument"));
        visit.HadNothingToComplain();
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("heap")]
    [InlineData("p95")]
    [InlineData("pool")]
    public async Task Every_number_comes_from_the_running_service(string tile)
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard);

        await visit.UntilAsync("tile => parseFloat(document.querySelector(`[data-tile=${tile}] [data-text]`).textContent) > 0", tile);

        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task A_shared_address_with_a_fixed_range_opens_with_its_charts()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard);
        var now = TimeProvider.System.GetUtcNow();
        var query = FormattableString.Invariant($"?from={now.AddMinutes(-2):yyyy-MM-ddTHH:mm:ssZ}&to={now:yyyy-MM-ddTHH:mm:ssZ}");

        await visit.Page.GotoAsync(shop.Dashboard + query);

        await visit.UntilAsync($"() => {Picture} !== undefined");
        visit.HadNothingToComplain();
    }

    [Fact]
    public async Task A_hidden_tab_gives_its_connection_back_and_takes_one_again_when_shown()
    {
        // A browser has six connections to a host: seven forgotten tabs would lock the eighth out.
        await using var visit = await chromium.VisitAsync(shop.Dashboard);
        await visit.UntilAsync($"() => {Picture} !== undefined");
        var (closed, opened) = (new TaskCompletionSource(), new TaskCompletionSource());
        visit.Page.RequestFinished += (_, request) => Note(request, closed);
        visit.Page.RequestFailed += (_, request) => Note(request, closed);

        await visit.Page.EvaluateAsync(Hide, true);
        await closed.Task.WaitAsync(Visit.Patience);
        visit.Page.Request += (_, request) => Note(request, opened);
        await visit.Page.EvaluateAsync(Hide, false);
        await opened.Task.WaitAsync(Visit.Patience);

        static void Note(IRequest request, TaskCompletionSource seen)
        {
            if (new Uri(request.Url).AbsolutePath.EndsWith("/live", StringComparison.Ordinal))
                seen.TrySetResult();
        }
    }

    [Fact]
    public async Task Pause_holds_everything_still_until_live_is_switched_on_again()
    {
        await using var paused = await chromium.VisitAsync(shop.Dashboard);
        await using var following = await chromium.VisitAsync(shop.Dashboard);
        await paused.UntilAsync($"() => {Picture} !== undefined");

        await paused.Page.Locator("[data-action='live']").ClickAsync();
        await paused.UntilAsync("() => document.querySelector('[data-live]').dataset.live === 'off'");
        Assert.Contains("live=0", paused.Page.Url, StringComparison.Ordinal);
        var (picture, moment) = (await paused.Page.EvaluateAsync<string>(Picture), await WhenAsync(paused.Page));
        // The other window proves that there was something to show: two ticks have passed there.
        await NextTickAsync(following);
        await NextTickAsync(following);

        Assert.Equal(moment, await WhenAsync(paused.Page));
        Assert.Equal(picture, await paused.Page.EvaluateAsync<string>(Picture));

        await paused.Page.Keyboard.PressAsync("p");
        await paused.UntilAsync("before => document.querySelector('[data-when]').textContent !== before", moment);
        Assert.DoesNotContain("live=0", paused.Page.Url, StringComparison.Ordinal);
        paused.HadNothingToComplain();
    }

    [Fact]
    public async Task A_range_link_changes_the_address_and_the_data_and_goes_back()
    {
        await using var visit = await chromium.VisitAsync(shop.Dashboard);
        await visit.UntilAsync($"() => {Picture} !== undefined");
        var address = visit.Page.Url;

        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.Locator("[data-range='1h']").ClickAsync(),
            response => response.Url.Contains("range=1h", StringComparison.Ordinal));
        await visit.UntilAsync("() => document.querySelector('[data-when]').textContent.includes('1 hour')");

        Assert.True(answer.Ok);
        Assert.Contains("range=1h", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal("true", await visit.Page.Locator("[data-range='1h']").GetAttributeAsync("aria-current"));

        await visit.Page.GoBackAsync();
        await visit.UntilAsync("() => !document.querySelector('[data-when]').textContent.includes('1 hour')");
        Assert.Equal(address, visit.Page.Url);
        visit.HadNothingToComplain();
    }

    private static async Task<string> WhenAsync(IPage page) => await page.Locator("[data-when]").TextContentAsync() ?? "";

    private static async Task NextTickAsync(Visit visit)
        => await visit.UntilAsync("before => document.querySelector('[data-when]').textContent !== before", await WhenAsync(visit.Page));
}
