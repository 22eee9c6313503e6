using MoniGo.Tracing;

namespace MoniGo;

/// <summary>One running call of a function; it ends when this is disposed.</summary>
/// <remarks>
/// May live across awaits and end on another thread. A scope cannot tell whether its code was suspended, so it counts no allocated bytes.
/// Copies share the call: it ends with the first of them that is disposed. <c>default</c> does nothing.
/// </remarks>
public readonly struct TraceScope : IDisposable, IEquatable<TraceScope>
{
    private readonly Flight? _flight;
    private readonly int _version;

    internal TraceScope(Flight flight) => (_flight, _version) = (flight, flight.Version);

    /// <summary>Counts an exception by its type; call it once.</summary>
    /// <returns>Always false, so that it can stand in a filter and leave the stack alone: <c>catch (Exception e) when (scope.Fail(e))</c>.</returns>
    public bool Fail(Exception exception)
    {
        _flight?.Fail(exception, _version);
        return false;
    }

    /// <summary>Ends the call and records it.</summary>
    public void Dispose() => _flight?.End(_version);

    /// <summary>Tells whether both are the same call.</summary>
    public bool Equals(TraceScope other) => _flight == other._flight && _version == other._version;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TraceScope other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_flight, _version);

    /// <summary>Tells whether both are the same call.</summary>
    public static bool operator ==(TraceScope left, TraceScope right) => left.Equals(right);

    /// <summary>Tells whether the two are different calls.</summary>
    public static bool operator !=(TraceScope left, TraceScope right) => !left.Equals(right);
}
