using Microsoft.Extensions.Logging;

namespace MoniGo.Storage;

/// <summary>Says when the upkeep runs: woken by an append, by a timer, or asked for; never twice at once.</summary>
internal sealed class StoreClock(StoreSettings settings, StoreUpkeep upkeep, Action sync, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _running = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ITimer> _timers = [];
    private volatile bool _isStarted;
    private int _isQueued;

    /// <summary>Gets when ticks last reached the disk for sure; null when they never did.</summary>
    public DateTimeOffset? LastSync { get; private set; }

    /// <summary>Runs the upkeep for the first time, which opens the directory, and from then on in the background.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Run(() => RunAsync(cancellationToken), cancellationToken);
        _isStarted = true;
        _timers.Add(time.CreateTimer(_ => Queue(), null, Period, Period));
        if (settings.SyncInterval is { } interval && interval > TimeSpan.Zero)
            _timers.Add(time.CreateTimer(_ => ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.TrySync(), this, preferLocal: false), null, interval, interval));
    }

    /// <summary>Runs the upkeep now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
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

        await _running.WaitAsync(); // for good: what is queued finds it stopped
        TrySync();
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

    private void TrySync()
    {
        try
        {
            sync();
            LastSync = time.GetUtcNow();
        }
        catch (Exception failure) when (StoreHome.IsDiskTrouble(failure))
        {
            // The store has noted it and goes on in memory.
        }
    }
}
