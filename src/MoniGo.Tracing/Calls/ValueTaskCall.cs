namespace MoniGo.Tracing;

/// <summary>Runs calls that answer with a <see cref="ValueTask"/>; the counterpart of <see cref="TaskCall"/>.</summary>
/// <remarks>A value task is consumed once: either handed on unread, or awaited here.</remarks>
internal static class ValueTaskCall
{
    public static ValueTask Run<TState>(Function function, TState state, Func<TState, ValueTask> call)
    {
        var scope = new TraceScope(function, span: null);
        ValueTask task;
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
    public static ValueTask Follow(ValueTask task, TraceScope scope)
    {
        return Follow(task, scope);
    }

    /// <summary>Ends a call with what it answered.</summary>
    public static ValueTask<TResult> Follow<TResult>(ValueTask<TResult> task, TraceScope scope)
    {
        if (!task.IsCompletedSuccessfully)
            return Finish(task, scope);

        scope.Dispose();
        return task;
    }

    public static ValueTask<TResult> Run<TState, TResult>(Function function, TState state, Func<TState, ValueTask<TResult>> call)
    {
        var scope = new TraceScope(function, span: null);
        ValueTask<TResult> task;
        try
        {
            task = call(state);
        }
        catch (Exception exception) when (scope.FailAtOnce(exception))
        {
            throw;
        }

        if (!task.IsCompletedSuccessfully)
            return Finish(task, scope);

        scope.Dispose();
        return task;
    }

    public static async ValueTask RunInSpan<TState>(Function function, TState state, Func<TState, ValueTask> call)
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

    public static async ValueTask<TResult> RunInSpan<TState, TResult>(
        Function function, TState state, Func<TState, ValueTask<TResult>> call)
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

    private static async ValueTask Finish(ValueTask task, TraceScope scope)
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

    private static async ValueTask<TResult> Finish<TResult>(ValueTask<TResult> task, TraceScope scope)
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
