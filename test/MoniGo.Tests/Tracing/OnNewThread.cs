namespace MoniGo.Tests;

/// <summary>Runs work on a thread of its own, which is dead when the task completes.</summary>
internal static class OnNewThread
{
    public static async Task Run(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        thread.Start();
        await done.Task;
        thread.Join();
    }
}
