using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>History over restarts and in trouble, as a reader sees it.</summary>
public sealed class HistoryTests(Chromium chromium) : IDisposable
{
    private readonly DirectoryInfo _history = Directory.CreateTempSubdirectory("monigo-browser-history-");
    private readonly CancellationTokenSource _patience = new(ShopProcess.Patience);

    public void Dispose()
    {
        _patience.Dispose();
        _history.Delete(recursive: true);
    }

    [Fact]
    public async Task Runs_that_stopped_and_runs_that_were_killed_are_listed_after_a_restart()
    {
        await using (var first = ShopProcess.StartOn(_history))
        {
            await first.OpensAsync(_patience.Token);
            await UntilStartIsKeptAsync();
            await first.InterruptAsync();
            await first.EndsAsync(_patience.Token);
        }

        var before = EventBytes();
        await using (var second = ShopProcess.StartOn(_history))
        {
            await second.OpensAsync(_patience.Token);
            await UntilStartIsKeptAsync(before);
        }

        await using var third = ShopProcess.StartOn(_history);
        await using var visit = await OpenStorageAsync(third);

        var rows = visit.Page.Locator("[data-table='restarts'] tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("running");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("cut off");
        await Assertions.Expect(rows.Nth(2).Locator("td.moment")).ToHaveCountAsync(2);
        await PictureAsync(visit, "storage-restarts");
        visit.HadNothingToComplain();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task A_directory_in_use_and_damage_are_told_on_every_page(ColorScheme theme, int width)
    {
        await using var first = ShopProcess.StartOn(_history);
        await first.OpensAsync(_patience.Token);
        await UntilStartIsKeptAsync();
        await using var second = ShopProcess.StartOn(_history);

        await using var visit = await OpenStorageAsync(second, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });

        await Assertions.Expect(visit.Page.Locator(".notice.bad")).ToContainTextAsync("is in use by process");
        await Assertions.Expect(visit.Page.Locator("[data-tile='store-writes'] [data-text]")).ToHaveTextAsync("failing");
        await PictureAsync(visit, $"storage-in-use-{theme}-{width}");
        await visit.Page.GotoAsync(visit.Page.Url.Replace("/storage", "/overview", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator(".notice.bad")).ToContainTextAsync("is in use by process");
        await Axe.FindsNothingAsync(visit.Page);
        visit.HadNothingToComplain();
    }

    private async Task<Visit> OpenStorageAsync(ShopProcess shop, BrowserNewContextOptions? window = null)
    {
        var dashboard = await shop.OpensAsync(_patience.Token);
        var visit = await chromium.VisitAsync(new Uri(dashboard + "/storage"), window);
        await visit.Page.Locator("[data-plot] canvas").First.WaitForAsync();
        return visit;
    }

    private long EventBytes() => _history.Exists && Directory.Exists(Path.Combine(_history.FullName, "events"))
        ? new DirectoryInfo(Path.Combine(_history.FullName, "events")).EnumerateFiles().Sum(file => file.Length)
        : 0;

    // The entry of the start is the first thing that the event log gets.
    private async Task UntilStartIsKeptAsync(long before = 0)
    {
        while (EventBytes() <= before)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, _patience.Token);
    }

    private static Task<byte[]> PictureAsync(Visit visit, string name) => visit.Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(SourceTree.Screenshots, $"{name}.png".ToLowerInvariant()),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
