using Microsoft.Extensions.Logging;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Tells the event log when this process starts and stops, so that restarts show.</summary>
internal sealed class LifecycleLog(IEventLog events, Resource resource, TimeProvider time, ILogger<LifecycleLog> logger)
{
    public Task StartedAsync() => AppendAsync(ProcessRuns.Start(resource, time.GetUtcNow()));

    public Task StoppedAsync() => AppendAsync(ProcessRuns.Stop(resource, time.GetUtcNow()));

    // Never on the caller's thread: a log on a slow disk must not hold up the first tick.
    private Task AppendAsync(EventEntry entry) => Task.Run(async () =>
    {
        try
        {
            await events.AppendAsync(entry);
        }
        catch (Exception failure)
        {
            Log.LifecycleFailed(logger, entry.Action, failure);
        }
    });
}
