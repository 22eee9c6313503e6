using System.Text.RegularExpressions;

namespace MoniGo.BrowserTests;

/// <summary>The sample opens, keeps quiet and closes as a newcomer expects.</summary>
public sealed partial class StorefrontTests : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _patience = new(ShopProcess.Patience);

    [Fact]
    public async Task Control_C_ends_the_shop_and_the_live_streams_of_its_viewers()
    {
        await using var shop = ShopProcess.StartInDevelopment("--load");
        var dashboard = await shop.OpensAsync(_patience.Token);
        using var viewer = new StreamReader(await _http.GetStreamAsync($"{dashboard}/live?page=overview", _patience.Token));
        Assert.NotNull(await viewer.ReadLineAsync(_patience.Token));

        await shop.InterruptAsync();

        // A stream that the server cuts off, because it waited in vain for its end, throws here.
        await viewer.ReadToEndAsync(_patience.Token);
        Assert.Equal((0, ""), await shop.EndsAsync(_patience.Token));
    }

    /// <remarks>Static Razor components threw and caught one exception per page here, and drowned the real ones on the dashboard.</remarks>
    [Fact]
    public async Task Looking_at_the_pages_throws_nothing()
    {
        await using var shop = ShopProcess.StartInDevelopment();
        var dashboard = await shop.OpensAsync(_patience.Token);
        foreach (var page in (string[])["", "search?q=mug", "products/1", "basket", "receipt", "login", "monigo"])
            await _http.GetStringAsync(new Uri(dashboard, $"/{page}"), _patience.Token);

        Assert.Empty(Exception().Matches(await ScrapeWithPagesAsync(dashboard)).Select(match => match.Value));
    }

    [Fact]
    public async Task A_thrown_exception_would_show()
    {
        await using var shop = ShopProcess.StartInDevelopment();
        var dashboard = await shop.OpensAsync(_patience.Token);
        using var form = new FormUrlEncodedContent([new("user", "a form without its token")]);
        using var refused = await _http.PostAsync(new Uri(dashboard, "/login"), form, _patience.Token);

        Assert.Contains(Exception().Matches(await ScrapeWithPagesAsync(dashboard)), match => match.Value.Contains("Antiforgery", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _http.Dispose();
        _patience.Dispose();
    }

    /// <summary>Scrapes until the requests made so far have been seen by a tick.</summary>
    private async Task<string> ScrapeWithPagesAsync(Uri dashboard)
    {
        while (true)
        {
            var scrape = await _http.GetStringAsync($"{dashboard}/metrics", _patience.Token);
            if (scrape.Contains("http_route=\"login\"", StringComparison.Ordinal))
                return scrape;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, _patience.Token);
        }
    }

    [GeneratedRegex("^dotnet_exceptions_total.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exception();
}
