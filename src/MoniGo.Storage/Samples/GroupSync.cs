namespace MoniGo.Storage;

/// <summary>Lets all who wait for a sync share the next one.</summary>
/// <remarks>Thread-safe. A sync that had begun before the caller came does not count for it.</remarks>
internal sealed class GroupSync(Action sync)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _next;
    private bool _isRunning;

    /// <summary>Waits until everything written before the call was synced; fails as the sync does.</summary>
    public Task JoinAsync()
    {
        lock (_lock)
        {
            _next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            var joined = _next.Task;
            if (!_isRunning)
            {
                _isRunning = true;
                ThreadPool.UnsafeQueueUserWorkItem(static group => group.Run(), this, preferLocal: false);
            }

            return joined;
        }
    }

    private void Run()
    {
        while (TakeNext() is { } waiting)
        {
            try
            {
                sync();
                waiting.SetResult();
            }
            catch (Exception failure)
            {
                waiting.SetException(failure);
            }
        }
    }

    private TaskCompletionSource? TakeNext()
    {
        lock (_lock)
        {
            var next = _next;
            (_next, _isRunning) = (null, next is not null);
            return next;
        }
    }
}
