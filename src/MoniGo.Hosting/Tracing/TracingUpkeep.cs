using Microsoft.Extensions.Logging;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Brings the exception groups back when the stores are open, and keeps them every minute and at the end.</summary>
internal sealed class TracingUpkeep(
    StoreLifetime stores, StoredExceptionGroups groups, SpanKeeper spans, TimeProvider time, ILogger<TracingUpkeep> logger)
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMinutes(1);

    /// <summary>Runs until the host stops, and then brings everything to the stores, which must still be open.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await stores.Opened.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await TryAsync(() => groups.LoadAsync(CancellationToken.None));
        using var timer = new PeriodicTimer(SaveInterval, time);
        while (await NextAsync(timer, stop))
            await TryAsync(() => groups.SaveAsync(CancellationToken.None));
    }

    /// <summary>Brings what is left to the stores; call it after the last call has ended.</summary>
    public async Task EndAsync()
    {
        spans.Drain();
        await TryAsync(() => groups.SaveAsync(CancellationToken.None));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            Log.ExceptionGroupsNotKept(logger, failure);
        }
    }
}
