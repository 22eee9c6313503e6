using Microsoft.Playwright;

namespace MoniGo.Benchmarks;

/// <summary>What one look at the Overview costs: bytes over the wire, time to the first chart, server memory per viewer.</summary>
internal sealed class PageWeightFigure : IFigure
{
    private const int Loads = 9;
    private const int Viewers = 150;

    // The moment at which the first canvas of a chart stands in the document, in milliseconds since the navigation began.
    private const string NoteFirstChart =
        """
        new MutationObserver((_, self) => {
          if (document.querySelector('.uplot canvas')) { window.firstChart = performance.now(); self.disconnect(); }
        }).observe(document, { childList: true, subtree: true });
        """;

    public string Name => "page-weight";

    public string About => "what one look at the Overview costs";

    public async Task RunAsync(FigureWriter writer)
    {
        using var host = new Child(HostChild.Name, HostChild.MoniGo);
        var address = new Uri(host.Read().Split(' ')[0]);
        await LookAsync(address, writer);
        await WatchAsync(host, address, writer);
    }

    private static async Task LookAsync(Uri address, FigureWriter writer)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var (bytes, times) = (0L, new List<double>());
        for (var load = 0; load < Loads; load++)
        {
            // A context of its own is a cold cache.
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync(NoteFirstChart);
            List<IRequest> requests = [];
            page.Response += (_, response) => requests.Add(response.Request);
            await page.GotoAsync(new Uri(address, "/monigo").ToString());
            await page.WaitForFunctionAsync("() => window.firstChart");
            times.Add(await page.EvaluateAsync<double>("() => window.firstChart"));
            await page.WaitForLoadStateAsync(LoadState.Load);
            bytes = await SizeAsync(requests);
        }

        times.Sort();
        writer.Write("first_load_kb", bytes / 1024.0, "KB");
        writer.Write("first_chart_ms", times[Loads / 2], "ms");
        writer.Write("first_chart_min_ms", times[0], "ms");
    }

    // The live stream never ends, so it has no size yet; its opening event is not part of the first load.
    private static async Task<long> SizeAsync(List<IRequest> requests)
    {
        var total = 0L;
        foreach (var request in requests.ToArray().Where(request => !new Uri(request.Url).AbsolutePath.EndsWith("/live", StringComparison.Ordinal)))
        {
            var size = await request.SizesAsync();
            total += size.ResponseBodySize + size.ResponseHeadersSize;
        }

        return total;
    }

    private static async Task WatchAsync(Child host, Uri address, FigureWriter writer)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Viewers * 2 }) { BaseAddress = address };
        var (managed, resident) = (host.AskNumbers("gc")[0], host.ResidentBytes);
        List<StreamReader> viewers = [];
        for (var i = 0; i < Viewers; i++)
            viewers.Add(new(await client.GetStreamAsync("/monigo/live?page=overview")));

        // Every viewer has had an event before memory is read.
        await Task.WhenAll(viewers.Select(viewer => viewer.ReadLineAsync()));
        writer.Write("viewer_kb", (host.AskNumbers("gc")[0] - managed) / Viewers / 1024, "KB");
        writer.Write("viewer_rss_kb", (host.ResidentBytes - resident) / 1024.0 / Viewers, "KB");
        viewers.ForEach(viewer => viewer.Dispose());
    }
}
