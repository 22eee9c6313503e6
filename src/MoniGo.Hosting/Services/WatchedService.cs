using Microsoft.Extensions.Hosting;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>One hosted service, and the state it was last seen in.</summary>
/// <remarks>Reads what the service and the host's lifetime tell anyway: nothing is wrapped and no callback is left anywhere. Not thread-safe.</remarks>
internal sealed class WatchedService(IHostedService service, string name, IHostApplicationLifetime lifetime, DateTimeOffset now)
{
    /// <summary>Gets its status as last seen.</summary>
    public BackgroundServiceStatus Status { get; private set; } = new(name, BackgroundServiceState.Starting, now, Why: null, ExceptionGroup: null);

    /// <summary>Gets the key of its series.</summary>
    public SeriesKey Series { get; } = new(ServiceInstruments.Faulted, TagSet.Of(ServiceInstruments.Service, name));

    /// <summary>Looks again; gives the exception that has ended it since the last look.</summary>
    public Exception? Look(DateTimeOffset now)
    {
        var state = State();
        if (state == Status.State || Status.State is BackgroundServiceState.Completed or BackgroundServiceState.Faulted)
            return null;

        var failure = state == BackgroundServiceState.Faulted ? Failure() : null;
        Status = Status with { State = state, Since = now, Why = failure is null ? null : $"{failure.GetType().FullName}: {failure.Message}" };
        return failure;
    }

    /// <summary>Says which group its exception belongs to.</summary>
    public void Belongs(string? exceptionGroup) => Status = Status with { ExceptionGroup = exceptionGroup };

    private BackgroundServiceState State() => service switch
    {
        BackgroundService { ExecuteTask: { IsCompleted: true } work } => Ended(work),
        BackgroundService { ExecuteTask: not null } => BackgroundServiceState.Running,
        _ when lifetime.ApplicationStopped.IsCancellationRequested => BackgroundServiceState.Stopped,
        _ when lifetime.ApplicationStarted.IsCancellationRequested => BackgroundServiceState.Running,
        _ => BackgroundServiceState.Starting,
    };

    // Work that is cancelled while nobody stops the host has given up, which the host calls a failure too.
    private BackgroundServiceState Ended(Task work)
    {
        var stopping = lifetime.ApplicationStopping.IsCancellationRequested;
        return work.IsFaulted || (work.IsCanceled && !stopping) ? BackgroundServiceState.Faulted
            : stopping ? BackgroundServiceState.Stopped
            : BackgroundServiceState.Completed;
    }

    private Exception Failure()
    {
        var work = ((BackgroundService)service).ExecuteTask!;
        return work.Exception?.InnerException ?? new TaskCanceledException(work);
    }
}
