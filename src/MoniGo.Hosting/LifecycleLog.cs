using Microsoft.Extensions.Logging;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Tells the event log when this process starts and stops, so that restarts show, and when a hosted service fails.</summary>
/// <remarks>Thread-safe. Entries are written in order, so whoever awaits the stop's knows all of them written.</remarks>
internal sealed class LifecycleLog(IEventLog events, Resource resource, TimeProvider time, ILogger<LifecycleLog> logger)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    public Task StartedAsync() => AppendAsync(ProcessRuns.Start(resource, time.GetUtcNow()));

    public Task StoppedAsync() => AppendAsync(ProcessRuns.Stop(resource, time.GetUtcNow()));

    public void ServiceFaulted(BackgroundServiceStatus service) =>
        _ = AppendAsync(new(service.Since, EventKind.Health, "", "service.fault", service.Name, service.Why ?? ""));

    // Never on the caller's thread: a log on a slow disk must not hold up the first tick.
    private Task AppendAsync(EventEntry entry)
    {
        lock (_gate)
            return _last = _last.ContinueWith(_ => WriteAsync(entry), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
    }

    private async Task WriteAsync(EventEntry entry)
    {
        try
        {
            await events.AppendAsync(entry);
        }
        catch (Exception failure)
        {
            Log.LifecycleFailed(logger, entry.Action, failure);
        }
    }
}
