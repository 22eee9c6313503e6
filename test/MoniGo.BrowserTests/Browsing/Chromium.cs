using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>The machine's own Chromium, headless, one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Without these it looks for Google's hosts, for updates and for a GPU.</summary>
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a window of its own: no cookie, no cache, nothing of the test before.</summary>
    internal async Task<Visit> VisitAsync(Uri address, BrowserNewContextOptions? window = null)
        => await Visit.OpenAsync(await _browser!.NewContextAsync(window ?? new()), address);

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend("/usr/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests drive Chromium, and there is none on the PATH. On Debian: apt-get install chromium. `test/run` does it.");
    }
}
