using System.Runtime.CompilerServices;

namespace MoniGo;

// An async lambda fits Task and ValueTask alike; the priority lets the compiler take Task, as everybody expects.
public static partial class MoniGoTracerExtensions
{
    /// <summary>Runs an asynchronous call and times it to its end.</summary>
    [OverloadResolutionPriority(1)]
    public static Task TraceAsync(this IMoniGoTracer tracer, string name, Func<Task> call) =>
        Find(tracer, name).TraceAsync(call);

    /// <summary>Runs an asynchronous call with an argument and times it.</summary>
    [OverloadResolutionPriority(1)]
    public static Task TraceAsync<TState>(this IMoniGoTracer tracer, string name, TState state, Func<TState, Task> call) =>
        Find(tracer, name).TraceAsync(state, call);

    /// <summary>Runs an asynchronous call and gives its result.</summary>
    [OverloadResolutionPriority(1)]
    public static Task<TResult> TraceAsync<TResult>(this IMoniGoTracer tracer, string name, Func<Task<TResult>> call) =>
        Find(tracer, name).TraceAsync(call);

    /// <summary>Runs an asynchronous call with an argument and gives its result.</summary>
    [OverloadResolutionPriority(1)]
    public static Task<TResult> TraceAsync<TState, TResult>(
        this IMoniGoTracer tracer, string name, TState state, Func<TState, Task<TResult>> call) =>
        Find(tracer, name).TraceAsync(state, call);

    /// <summary>Runs an asynchronous call; allocates nothing when it completes synchronously.</summary>
    public static ValueTask TraceAsync(this IMoniGoTracer tracer, string name, Func<ValueTask> call) =>
        Find(tracer, name).TraceAsync(call);

    /// <summary>Runs an asynchronous call with an argument; allocates nothing when it completes synchronously.</summary>
    public static ValueTask TraceAsync<TState>(
        this IMoniGoTracer tracer, string name, TState state, Func<TState, ValueTask> call) =>
        Find(tracer, name).TraceAsync(state, call);

    /// <summary>Runs an asynchronous call and gives its result; allocates nothing when it completes synchronously.</summary>
    public static ValueTask<TResult> TraceAsync<TResult>(
        this IMoniGoTracer tracer, string name, Func<ValueTask<TResult>> call) =>
        Find(tracer, name).TraceAsync(call);

    /// <summary>Runs an asynchronous call with an argument and gives its result; allocates nothing when it completes synchronously.</summary>
    public static ValueTask<TResult> TraceAsync<TState, TResult>(
        this IMoniGoTracer tracer, string name, TState state, Func<TState, ValueTask<TResult>> call) =>
        Find(tracer, name).TraceAsync(state, call);
}
