using Microsoft.Extensions.Logging;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Hosting;

/// <summary>Opens our own stores beside the first ticks, and closes them after the last.</summary>
/// <remarks>
/// Stores of the user's own are the user's to open and close. The sample store holds the lock of the directory, so the other ports go
/// there only once it has it. Whoever holds this holds the stores, so they outlive their holder.
/// </remarks>
internal sealed class StoreLifetime(
    ISampleWriter writer, IBlobRing blobs, ISpanStore spans, IStateStore state, IEventLog events, ILogger<StoreLifetime> logger)
{
    private readonly SampleStore? _store = writer as SampleStore;
    private readonly IDurablePort[] _ports = [.. new object[] { blobs, spans, state, events }.OfType<IDurablePort>()];
    private Task _opening = Task.CompletedTask;

    /// <summary>Gets a task that ends when what was kept before is there, or never will be.</summary>
    public Task Opened => _opening;

    /// <summary>Begins to open; what comes before that is done is kept too.</summary>
    public void Open(CancellationToken stop)
    {
        if (_store is not null)
            _opening = Task.Run(() => OpenAsync(_store, stop), CancellationToken.None);
    }

    /// <summary>Brings everything to disk and lets the directory go.</summary>
    public async Task CloseAsync()
    {
        await _opening;
        foreach (var port in _ports)
            await port.DisposeAsync();

        if (_store is not null)
            await _store.DisposeAsync();
    }

    private async Task OpenAsync(SampleStore store, CancellationToken stop)
    {
        try
        {
            // To its end even if the host stops at once: what was measured before there was a log is then on disk too.
            await store.StartAsync(CancellationToken.None);
            var directory = await store.Directory.WaitAsync(stop);
            foreach (var port in _ports)
                await port.OpenAsync(new PhysicalFiles(), directory);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops and never got the directory.
        }
        catch (Exception failure)
        {
            Log.StoreNotOpened(logger, failure);
        }
    }
}
