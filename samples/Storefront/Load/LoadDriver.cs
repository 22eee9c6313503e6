using System.Runtime.CompilerServices;

namespace Storefront;

/// <summary>Sends visitors through the shop for as long as it is open.</summary>
internal sealed class LoadDriver(IHttpClientFactory clients, StoreAddress store, TimeProvider time) : BackgroundService
{
    private const int MostVisitorsAtOnce = 48;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var address = await store.WhenListeningAsync(stoppingToken);
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = MostVisitorsAtOnce, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(ArrivalsAsync(stoppingToken), bounds, async (number, stopping) =>
        {
            var visitor = new Shopper(clients.CreateClient(nameof(LoadDriver)), address, time, number);
            await visitor.VisitAsync(stopping);
        });
    }

    /// <summary>Numbers the visitors as the tide brings them; while the shop is full, nobody comes.</summary>
    private async IAsyncEnumerable<int> ArrivalsAsync([EnumeratorCancellation] CancellationToken stopping)
    {
        var opened = time.GetTimestamp();
        for (var number = 0; ; number++)
        {
            yield return number;
            await Task.Delay(TimeSpan.FromSeconds(1 / Tide.VisitorsPerSecond(time.GetElapsedTime(opened))), time, stopping);
        }
    }
}
