namespace MoniGo.Tracing;

/// <summary>Runs calls that answer with a <see cref="Task"/>.</summary>
/// <remarks>A call that completes at once is handed on as it is; another is awaited here, so that it is recorded before its caller goes on.</remarks>
internal static class TaskCall
{
    public static Task Run<TState>(Function function, TState state, Func<TState, Task> call)
    {
        var running = new RunningCall(function);
        Task task;
        try
        {
            task = call(state);
        }
        catch (Exception exception) when (running.FailAtOnce(exception))
        {
            throw;
        }

        return Follow(task, in running);
    }

    public static Task<TResult> Run<TState, TResult>(Function function, TState state, Func<TState, Task<TResult>> call)
    {
        var running = new RunningCall(function);
        Task<TResult> task;
        try
        {
            task = call(state);
        }
        catch (Exception exception) when (running.FailAtOnce(exception))
        {
            throw;
        }

        return Follow(task, in running);
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static Task Follow(Task task, in RunningCall running)
    {
        // A null task is the caller's mistake to meet, but the call has ended.
        if (task is not null and not { IsCompletedSuccessfully: true })
            return Finish(task, running.Suspend());

        running.End();
        return task!;
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static Task<TResult> Follow<TResult>(Task<TResult> task, in RunningCall running)
    {
        if (task is not null and not { IsCompletedSuccessfully: true })
            return Finish(task, running.Suspend());

        running.End();
        return task!;
    }

    private static async Task Finish(Task task, Flight flight)
    {
        var version = flight.Version;
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (flight.Fail(exception, version))
        {
            throw;
        }
        finally
        {
            flight.End(version);
        }
    }

    private static async Task<TResult> Finish<TResult>(Task<TResult> task, Flight flight)
    {
        var version = flight.Version;
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (flight.Fail(exception, version))
        {
            throw;
        }
        finally
        {
            flight.End(version);
        }
    }
}
