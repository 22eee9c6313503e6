using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoniGo.Collectors;

namespace MoniGo.Hosting;

/// <summary>Ticks while the host runs; after it stopped, takes one last snapshot and waits until it is kept.</summary>
/// <remarks>
/// Bad options stop the start; whatever else goes wrong in here is logged and never stops the host. All but the listening to meters
/// is set up after the host has started, in the background: compiling it would cost the start some 40 ms.
/// </remarks>
internal sealed class MoniGoWorker(
    IServiceProvider services, StoreLifetime store, LifecycleLog events, IHostApplicationLifetime lifetime, ILogger<MoniGoWorker> logger)
    : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to listen before the server takes requests, so that what rises and falls starts at zero.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<StoreChoice>().Check();
        services.GetRequiredService<MeterAggregator>();
        TracingServices.Listen(services);

        // By the lifetime, as the classic WebHost knows no StartedAsync.
        lifetime.ApplicationStarted.Register(() => _running = Task.Run(() => RunAsync(_stop.Token), CancellationToken.None));
        return Task.CompletedTask;
    }

    /// <summary>Runs after the server has stopped, so that the last requests are in the last snapshot.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => EndAsync(cancellationToken);

    /// <summary>Ends the ticking of a host that never came to stop it: a failed start, or the classic WebHost.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopTimeout);
        await EndAsync(patience.Token);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EndAsync(CancellationToken patience)
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            store.Open(stop);
            var started = events.StartedAsync();
            var upkeep = services.GetRequiredService<TracingUpkeep>();
            var keeping = upkeep.RunAsync(stop);
            var ticker = services.GetRequiredService<SnapshotTicker>();
            var writing = services.GetRequiredService<StoreWriter>().RunAsync(ticker);
            using var shown = new SnapshotMeter(ticker, services.GetRequiredService<OwnTelemetry>().Meter);
            ticker.Tick(); // at once, so that a fresh dashboard has numbers before the first grid point
            await ticker.RunAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ticker.Tick();
            ticker.Dispose(); // ends every subscription, so the writer drains and returns
            await writing;
            await started;
            await keeping;
            await upkeep.EndAsync();
            await events.StoppedAsync();
            await store.CloseAsync();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The host is being disposed under us.
        }
        catch (Exception failure)
        {
            Log.CollectingFailed(logger, failure);
        }
    }
}
