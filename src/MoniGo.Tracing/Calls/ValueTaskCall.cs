namespace MoniGo.Tracing;

/// <summary>Runs calls that answer with a <see cref="ValueTask"/>.</summary>
/// <remarks>A call that completes at once is handed on as it is; another is awaited here, so that it is recorded before its caller goes on.</remarks>
internal static class ValueTaskCall
{
    public static ValueTask Run<TState>(Function function, TState state, Func<TState, ValueTask> call)
    {
        var running = new RunningCall(function);
        ValueTask task;
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

    public static ValueTask<TResult> Run<TState, TResult>(Function function, TState state, Func<TState, ValueTask<TResult>> call)
    {
        var running = new RunningCall(function);
        ValueTask<TResult> task;
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
    public static ValueTask Follow(ValueTask task, in RunningCall running)
    {
        if (!task.IsCompletedSuccessfully)
            return Finish(task, running.Suspend());

        running.End();
        return task;
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static ValueTask<TResult> Follow<TResult>(ValueTask<TResult> task, in RunningCall running)
    {
        if (!task.IsCompletedSuccessfully)
            return Finish(task, running.Suspend());

        running.End();
        return task;
    }

    private static async ValueTask Finish(ValueTask task, Flight flight)
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

    private static async ValueTask<TResult> Finish<TResult>(ValueTask<TResult> task, Flight flight)
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
