using System.Diagnostics;
using MoniGo.Tracing;

namespace MoniGo;

/// <summary>One running call of a function; dispose it exactly once.</summary>
/// <remarks>
/// May live across awaits and end on another thread. A scope cannot tell whether its code was suspended, so it counts no allocated bytes.
/// Copies share the call: disposing two of them would count one call twice. <c>default</c> does nothing.
/// </remarks>
public readonly struct TraceScope : IDisposable, IEquatable<TraceScope>
{
    private readonly Function? _function;
    private readonly Activity? _span;
    private readonly long _start;

    internal TraceScope(Function function, Activity? span)
    {
        (_function, _span) = (function, span);
        _start = function.Tracer.Clock.Now();
        function.CellOfThread().Begin(_start);
    }

    /// <summary>Counts an exception by its type; call it once.</summary>
    /// <returns>Always false, so that it can stand in a filter and leave the stack alone: <c>catch (Exception e) when (scope.Fail(e))</c>.</returns>
    public bool Fail(Exception exception)
    {
        _function?.Fail(exception, _span);
        return false;
    }

    /// <summary>Counts an exception and ends the call, for a call that threw before it gave a task; always false.</summary>
    internal bool FailAtOnce(Exception exception)
    {
        Fail(exception);
        Dispose();
        return false;
    }

    /// <summary>Ends the call and records it.</summary>
    public void Dispose()
    {
        if (_function is null)
            return;

        var end = _function.Tracer.Clock.Now();
        _function.End(_function.CellOfThread(), _start, end, allocated: 0);
        _span?.Dispose();
    }

    /// <summary>Tells whether both are the same call.</summary>
    public bool Equals(TraceScope other) => _function == other._function && _start == other._start && _span == other._span;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TraceScope other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_function, _start);

    /// <summary>Tells whether both are the same call.</summary>
    public static bool operator ==(TraceScope left, TraceScope right) => left.Equals(right);

    /// <summary>Tells whether the two are different calls.</summary>
    public static bool operator !=(TraceScope left, TraceScope right) => !left.Equals(right);
}
