using System.Runtime.CompilerServices;
using MoniGo.Tracing;

namespace MoniGo;

// The asynchronous ways to run a call. A call that completes at once is handed on as it is, without a state machine; one that suspends
// is awaited by us, so that it is recorded before the caller goes on. An async lambda fits Task and ValueTask alike; the priority makes
// the compiler take Task, as everybody expects.
public readonly partial struct TracedFunction
{
    /// <summary>Runs an asynchronous call and times it to its end.</summary>
    [OverloadResolutionPriority(1)]
    public Task TraceAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return TraceAsync(call, static call => call());
    }

    /// <summary>Runs an asynchronous call with an argument and times it.</summary>
    [OverloadResolutionPriority(1)]
    public Task TraceAsync<TState>(TState state, Func<TState, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _function is { IsEnabled: true } function ? TaskCall.Run(function, state, call) : call(state);
    }

    /// <summary>Runs an asynchronous call and gives its result.</summary>
    [OverloadResolutionPriority(1)]
    public Task<TResult> TraceAsync<TResult>(Func<Task<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return TraceAsync(call, static call => call());
    }

    /// <summary>Runs an asynchronous call with an argument and gives its result.</summary>
    [OverloadResolutionPriority(1)]
    public Task<TResult> TraceAsync<TState, TResult>(TState state, Func<TState, Task<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _function is { IsEnabled: true } function ? TaskCall.Run(function, state, call) : call(state);
    }

    /// <summary>Runs an asynchronous call; allocates nothing when it completes synchronously.</summary>
    public ValueTask TraceAsync(Func<ValueTask> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return TraceAsync(call, static call => call());
    }

    /// <summary>Runs an asynchronous call with an argument; allocates nothing when it completes synchronously.</summary>
    public ValueTask TraceAsync<TState>(TState state, Func<TState, ValueTask> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _function is { IsEnabled: true } function ? ValueTaskCall.Run(function, state, call) : call(state);
    }

    /// <summary>Runs an asynchronous call and gives its result; allocates nothing when it completes synchronously.</summary>
    public ValueTask<TResult> TraceAsync<TResult>(Func<ValueTask<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return TraceAsync(call, static call => call());
    }

    /// <summary>Runs an asynchronous call with an argument and gives its result; allocates nothing when it completes synchronously.</summary>
    public ValueTask<TResult> TraceAsync<TState, TResult>(TState state, Func<TState, ValueTask<TResult>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _function is { IsEnabled: true } function ? ValueTaskCall.Run(function, state, call) : call(state);
    }
}
