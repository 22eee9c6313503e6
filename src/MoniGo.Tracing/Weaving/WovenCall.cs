using System.ComponentModel;
using MoniGo.Tracing;

namespace MoniGo.Weaving;

/// <summary>One running call in generated code; not for use by hand.</summary>
/// <remarks>
/// A call ends once: by <see cref="End"/>, by a <c>Follow</c> of what it answered with, or by <see cref="FailAtOnce"/>.
/// <c>default</c> times nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WovenCall
{
    private readonly TraceScope _scope;

    internal WovenCall(TraceScope scope) => _scope = scope;

    /// <summary>Counts an exception from within a filter; always false.</summary>
    public bool Fail(Exception exception) => _scope.Fail(exception);

    /// <summary>Counts an exception and ends the call, for one that threw before it gave a task; always false.</summary>
    public bool FailAtOnce(Exception exception) => _scope.FailAtOnce(exception);

    /// <summary>Ends a call that ran on this thread alone.</summary>
    public void End() => _scope.Dispose();

    /// <summary>Ends the call with its task.</summary>
    public Task Follow(Task task) => TaskCall.Follow(task, _scope);

    /// <summary>Ends the call with its task.</summary>
    public Task<TResult> Follow<TResult>(Task<TResult> task) => TaskCall.Follow(task, _scope);

    /// <summary>Ends the call with its task; allocates nothing when that has completed.</summary>
    public ValueTask Follow(ValueTask task) => ValueTaskCall.Follow(task, _scope);

    /// <summary>Ends the call with its task; allocates nothing when that has completed.</summary>
    public ValueTask<TResult> Follow<TResult>(ValueTask<TResult> task) => ValueTaskCall.Follow(task, _scope);
}
