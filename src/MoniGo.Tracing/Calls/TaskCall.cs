namespace MoniGo.Tracing;

/// <summary>Runs calls that answer with a <see cref="Task"/>.</summary>
/// <remarks>
/// With a span the whole call runs in an async method, because that gives the caller back its <c>Activity.Current</c> when the call suspends.
/// </remarks>
internal static class TaskCall
{
    public static Task Run<TState>(Function function, TState state, Func<TState, Task> call)
    {
        var scope = new TraceScope(function, span: null);
        Task task;
        try
        {
            task = call(state);
        }
        catch (Exception exception) when (scope.FailAtOnce(exception))
        {
            throw;
        }

        return Follow(task, scope);
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static Task Follow(Task task, TraceScope scope)
    {
        // A null task is the caller's mistake to meet, but the call has ended.
        return Follow(task, scope);
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static Task<TResult> Follow<TResult>(Task<TResult> task, TraceScope scope)
    {
        if (task is not null and not { IsCompletedSuccessfully: true })
            return Finish(task, scope);

        scope.Dispose();
        return task!;
    }

    public static Task<TResult> Run<TState, TResult>(Function function, TState state, Func<TState, Task<TResult>> call)
    {
        var scope = new TraceScope(function, span: null);
        Task<TResult> task;
        try
        {
            task = call(state);
        }
        catch (Exception exception) when (scope.FailAtOnce(exception))
        {
            throw;
        }

        if (task is not null and not { IsCompletedSuccessfully: true })
            return Finish(task, scope);

        scope.Dispose();
        return task!;
    }

    public static async Task RunInSpan<TState>(Function function, TState state, Func<TState, Task> call)
    {
        var scope = new TraceScope(function, function.StartSpan());
        try
        {
            await call(state).ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Fail(exception))
        {
            throw;
        }
        finally
        {
            scope.Dispose();
        }
    }

    public static async Task<TResult> RunInSpan<TState, TResult>(Function function, TState state, Func<TState, Task<TResult>> call)
    {
        var scope = new TraceScope(function, function.StartSpan());
        try
        {
            return await call(state).ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Fail(exception))
        {
            throw;
        }
        finally
        {
            scope.Dispose();
        }
    }

    private static async Task Finish(Task task, TraceScope scope)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Fail(exception))
        {
            throw;
        }
        finally
        {
            scope.Dispose();
        }
    }

    private static async Task<TResult> Finish<TResult>(Task<TResult> task, TraceScope scope)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.Fail(exception))
        {
            throw;
        }
        finally
        {
            scope.Dispose();
        }
    }
}
