using System.Text.RegularExpressions;

namespace MoniGo.BrowserTests;

/// <summary>The shop under its own traffic, started once for all tests.</summary>
public sealed partial class Shop : IAsyncLifetime
{
    private readonly ShopProcess _process = ShopProcess.StartInDevelopment("--load");

    /// <summary>The dashboard's address, without a slash at its end.</summary>
    public Uri Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var patience = new CancellationTokenSource(ShopProcess.Patience);
        Dashboard = await _process.OpensAsync(patience.Token);
        await UntilThereIsSomethingToSeeAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Ready is a page whose tables have rows: by then the traffic was seen by two ticks.</summary>
    private async Task UntilThereIsSomethingToSeeAsync(CancellationToken patience)
    {
        using var http = new HttpClient();
        while (!Row().IsMatch(await http.GetStringAsync(Dashboard, patience)))
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience);
    }

    [GeneratedRegex("<tbody data-rows[^>]*>[^<]*<tr", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
