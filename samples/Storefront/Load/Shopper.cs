namespace Storefront;

/// <summary>One made-up visitor: looks, searches, sometimes buys, thinks in between.</summary>
internal sealed class Shopper(HttpClient http, Uri store, TimeProvider time, int number)
{
    private const int ReportEvery = 60;

    private static readonly string[] Wishes = ["mug", "oak", "travel bottle", "woollen", "desk", "kitchen", "knife", "slate tray", "gift", "clothing"];

    // The number is the seed, so every run sends the same visitors.
    private readonly Random _whim = new(number);
    private readonly string _cookie = $"{Baskets.Cookie}={Guid.NewGuid()}";

    public async Task VisitAsync(CancellationToken stopping)
    {
        try
        {
            await LookAroundAsync(stopping);
            if (_whim.NextDouble() < 0.45)
                await BuyAsync(stopping);
            if (number % ReportEvery == ReportEvery - 1)
                await RequestAsync(HttpMethod.Get, "reports/sales.csv", stopping);
        }
        catch (HttpRequestException)
        {
            // The shop closed under this visitor's feet; the next one will see.
        }
    }

    private async Task LookAroundAsync(CancellationToken stopping)
    {
        await RequestAsync(HttpMethod.Get, "", stopping);
        for (var i = _whim.Next(1, 4); i > 0; i--)
            await RequestAsync(HttpMethod.Get, $"search?q={Uri.EscapeDataString(Wishes[_whim.Next(Wishes.Length)])}", stopping);
        for (var i = _whim.Next(1, 4); i > 0; i--)
            await RequestAsync(HttpMethod.Get, $"products/{SomeProduct()}", stopping);
    }

    private async Task BuyAsync(CancellationToken stopping)
    {
        for (var i = _whim.Next(1, 4); i > 0; i--)
            await RequestAsync(HttpMethod.Post, $"basket/{SomeProduct()}", stopping);
        if (_whim.NextDouble() < 0.6)
            await RequestAsync(HttpMethod.Post, "checkout", stopping);
    }

    /// <summary>Most of the 400 products; one link in a hundred is stale.</summary>
    private int SomeProduct() => _whim.Next(100) == 0 ? 99_999 : _whim.Next(1, 401);

    private async Task RequestAsync(HttpMethod method, string path, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(method, new Uri(store, path));
        request.Headers.Add("Cookie", _cookie);
        using var response = await http.SendAsync(request, stopping);
        await response.Content.CopyToAsync(Stream.Null, stopping);
        await Task.Delay(TimeSpan.FromMilliseconds(_whim.Next(60, 400)), time, stopping);
    }
}
