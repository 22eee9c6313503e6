using Microsoft.Extensions.Logging;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Hosting;

/// <summary>Opens our own store beside the first ticks, and closes it after the last.</summary>
/// <remarks>A store of the user's own is the user's to open and close. Whoever holds this holds the store, so it outlives its holder.</remarks>
internal sealed class StoreLifetime(ISampleWriter writer, ILogger<StoreLifetime> logger)
{
    private readonly SampleStore? _store = writer as SampleStore;
    private Task _opening = Task.CompletedTask;

    /// <summary>Begins to open; ticks that come before it is done are kept too.</summary>
    public void Open(CancellationToken stop)
    {
        if (_store is not null)
            _opening = Task.Run(() => OpenAsync(_store, stop), CancellationToken.None);
    }

    /// <summary>Brings what was appended to disk and lets the directory go.</summary>
    public async Task CloseAsync()
    {
        await _opening;
        if (_store is not null)
            await _store.DisposeAsync();
    }

    private async Task OpenAsync(SampleStore store, CancellationToken stop)
    {
        try
        {
            await store.StartAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops while an old log is still being read; it is read again at the next start.
        }
        catch (Exception failure)
        {
            Log.StoreNotOpened(logger, failure);
        }
    }
}
