using MoniGo;

namespace Storefront;

/// <summary>Fills the shelves every few seconds, outside any request.</summary>
internal sealed class StockRefresh(Products products, IMoniGoTracer tracer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            tracer.Trace("StockRefresh.Restock", () => products.Restock());
    }
}
