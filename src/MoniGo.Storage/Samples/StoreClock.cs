using Microsoft.Extensions.Logging;

namespace MoniGo.Storage;

/// <summary>Says when the upkeep runs: woken by an append, by a timer, or asked for; never twice at once.</summary>
internal sealed class StoreClock(StoreSettings settings, StoreUpkeep upkeep, LogSync sync, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    // A host that ends does not wait longer for a disk that hangs.
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _running = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ITimer> _timers = [];
    private volatile bool _isStarted;
    private int _isQueued;

    /// <summary>Runs the upkeep for the first time, which opens the directory, and from then on in the background.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Run(() => RunFirstAsync(cancellationToken), cancellationToken);
        _isStarted = true;
        _timers.Add(time.CreateTimer(_ => Queue(), null, Period, Period));
        if (settings.SyncInterval is { } interval && interval > TimeSpan.Zero)
            _timers.Add(time.CreateTimer(_ => ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Sync(), this, preferLocal: false), null, interval, interval));
    }

    /// <summary>Runs the upkeep now; not at all once it was stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        try
        {
            await _running.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return;
        }

        try
        {
            upkeep.Run(cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Lets the upkeep run soon; a store that was not started runs it before this returns.</summary>
    public Task WakeAsync()
    {
        if (!_isStarted)
            return RunAsync(CancellationToken.None);

        Queue();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var timer in _timers)
            await timer.DisposeAsync();

        try
        {
            await Task.Run(EndAsync).WaitAsync(LastWait, time);
        }
        catch (Exception failure)
        {
            Log.UpkeepFailed(logger, failure);
        }
    }

    private async Task EndAsync()
    {
        await _running.WaitAsync(); // for good: what is queued finds it stopped
        upkeep.RunLast();
        sync.TrySync();
    }

    private async Task RunFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.UpkeepFailed(logger, failure); // the host starts all the same, and the upkeep is tried again
        }
    }

    private void Queue()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
            _ = Task.Run(RunQueuedAsync, CancellationToken.None);
    }

    private async Task RunQueuedAsync()
    {
        Volatile.Write(ref _isQueued, 0);
        try
        {
            await RunAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The store was disposed.
        }
        catch (Exception failure)
        {
            Log.UpkeepFailed(logger, failure);
        }
    }

    private void Sync()
    {
        try
        {
            sync.TrySync();
        }
        catch (Exception failure)
        {
            Log.UpkeepFailed(logger, failure); // on a thread of the pool it would end the host
        }
    }
}
