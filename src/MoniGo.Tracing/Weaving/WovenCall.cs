using System.ComponentModel;
using MoniGo.Tracing;

namespace MoniGo.Weaving;

/// <summary>One running call in generated code; not for use by hand.</summary>
/// <remarks>
/// A call ends once, on the thread it began on: by <see cref="End"/>, by a <c>Follow</c> of what it answered with, or by
/// <see cref="FailAtOnce"/>. Keep it in one local variable and do not copy it. <c>default</c> times nothing.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WovenCall
{
    private RunningCall _call;

    internal WovenCall(Function function) => _call = new(function);

    /// <summary>Counts an exception from within a filter; always false.</summary>
    public bool Fail(Exception exception) => _call.IsRunning && _call.Fail(exception);

    /// <summary>Counts an exception and ends the call, for one that threw before it gave a task; always false.</summary>
    public bool FailAtOnce(Exception exception) => _call.IsRunning && _call.FailAtOnce(exception);

    /// <summary>Ends a call that ran on this thread alone.</summary>
    public readonly void End()
    {
        if (_call.IsRunning)
            _call.End();
    }

    /// <summary>Ends the call with its task.</summary>
    public readonly Task Follow(Task task) => _call.IsRunning ? TaskCall.Follow(task, in _call) : task;

    /// <summary>Ends the call with its task.</summary>
    public readonly Task<TResult> Follow<TResult>(Task<TResult> task) => _call.IsRunning ? TaskCall.Follow(task, in _call) : task;

    /// <summary>Ends the call with its task; allocates nothing when that has completed.</summary>
    public readonly ValueTask Follow(ValueTask task) => _call.IsRunning ? ValueTaskCall.Follow(task, in _call) : task;

    /// <summary>Ends the call with its task; allocates nothing when that has completed.</summary>
    public readonly ValueTask<TResult> Follow<TResult>(ValueTask<TResult> task) =>
        _call.IsRunning ? ValueTaskCall.Follow(task, in _call) : task;
}
