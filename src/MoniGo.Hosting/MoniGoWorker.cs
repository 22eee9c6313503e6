using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;

namespace MoniGo.Hosting;

/// <summary>Ticks while the host runs; after it stopped, takes one last snapshot and waits until it is kept.</summary>
/// <remarks>
/// Whatever goes wrong in here is logged and never stops the host. All but the listening to meters is set up after the host has
/// started, in the background: compiling it would cost the start some 40 ms.
/// </remarks>
internal sealed class MoniGoWorker(IServiceProvider services, ILogger<MoniGoWorker> logger) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to listen before the server takes requests, so that what rises and falls starts at zero.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MeterAggregator>();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Runs after the server has stopped, so that the last requests are in the last snapshot.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        try
        {
            var ticker = services.GetRequiredService<SnapshotTicker>();
            var writing = services.GetRequiredService<StoreWriter>().RunAsync(ticker);
            using var shown = new SnapshotMeter(ticker, services.GetRequiredService<OwnTelemetry>().Meter);
            ticker.Tick(); // at once, so that a fresh dashboard has numbers before the first grid point
            await ticker.RunAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ticker.Tick();
            ticker.Dispose(); // ends every subscription, so the writer drains and returns
            await writing;
        }
        catch (Exception failure)
        {
            Log.CollectingFailed(logger, failure);
        }
    }
}
