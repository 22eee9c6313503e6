using System.ComponentModel;

namespace MoniGo;

// Trace(name, async () => ...) would compile as a function that gives a task, and time only its first step. These overloads are the
// better match for it and turn the slip into a compile-time error that says what to write.
public static partial class MoniGoTracerExtensions
{
    private const string UseTraceAsync = "Trace would time only the first step of an asynchronous call; use TraceAsync.";

    /// <summary>Not for use: an asynchronous call belongs to <c>TraceAsync</c>.</summary>
    [Obsolete(UseTraceAsync, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Task Trace(this IMoniGoTracer tracer, string name, Func<Task> call) => tracer.TraceAsync(name, call);

    /// <summary>Not for use: an asynchronous call belongs to <c>TraceAsync</c>.</summary>
    [Obsolete(UseTraceAsync, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Task<TResult> Trace<TResult>(this IMoniGoTracer tracer, string name, Func<Task<TResult>> call) =>
        tracer.TraceAsync(name, call);

    /// <summary>Not for use: an asynchronous call belongs to <c>TraceAsync</c>.</summary>
    [Obsolete(UseTraceAsync, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Task Trace<TState>(this IMoniGoTracer tracer, string name, TState state, Func<TState, Task> call) =>
        tracer.TraceAsync(name, state, call);

    /// <summary>Not for use: an asynchronous call belongs to <c>TraceAsync</c>.</summary>
    [Obsolete(UseTraceAsync, error: true), EditorBrowsable(EditorBrowsableState.Never)]
    public static Task<TResult> Trace<TState, TResult>(
        this IMoniGoTracer tracer, string name, TState state, Func<TState, Task<TResult>> call) =>
        tracer.TraceAsync(name, state, call);
}
