namespace MoniGo.Tracing;

/// <summary>A call that is on no one thread: suspended in an await, or a scope that may end anywhere.</summary>
/// <remarks>
/// Pooled by <see cref="FlightDeck"/>. The version is odd while it stands for a call and never comes back, so who kept a copy of a scope
/// too long ends nothing, and a reader knows whether two readings are of one call.
/// </remarks>
internal sealed class Flight(bool isListed)
{
    /// <summary>Bytes of one flight and its place in the deck.</summary>
    public const int Bytes = 88;

    private Function _function = null!;
    private CallFrame? _frame;
    private Exception? _exception;
    private long _start;
    private int _caller;
    private int _version;
    private bool _isSuspended;

    /// <summary>Gets whether the deck knows it; the others are made where the deck is full, and not used again.</summary>
    public bool IsListed { get; } = isListed;

    /// <summary>Gets or sets the next one in a list of unused flights.</summary>
    public Flight? Next { get; set; }

    public int Version => Volatile.Read(ref _version);

    /// <summary>Begins a call that may end on any thread.</summary>
    public static Flight Begin(Function function)
    {
        if (function.Id < 0)
            (function, _) = function.Readmit();

        var tracer = function.Tracer;
        var slab = ThreadSlab.Of(tracer);
        var cell = slab?.CellOf(function, function.Id) ?? function.Shared;
        var frame = cell.IsDue || tracer.LooksCloser ? CallFrame.TryBegin(function, cell) : null;
        var start = tracer.Clock.Now();
        cell.Begin(start);
        return Of(function, start, frame, slab is null ? -1 : slab.Stack.CallerAt(slab.Stack.Top), isSuspended: false);
    }

    /// <summary>Takes a flight for a call that has begun.</summary>
    public static Flight Of(Function function, long start, CallFrame? frame, int caller, bool isSuspended)
    {
        var flight = function.Tracer.Flights.Rent(ThreadSlab.Of(function.Tracer));
        (flight._function, flight._start, flight._frame, flight._caller) = (function, start, frame, caller);
        flight._isSuspended = isSuspended;
        Volatile.Write(ref flight._version, flight._version + 1);
        return flight;
    }

    /// <summary>Counts an exception from within a filter, if the flight still stands for that call; always false.</summary>
    public bool Fail(Exception exception, int version)
    {
        if (version != Version)
            return false;

        _exception = exception;
        _function.Fail(exception, _frame);
        return false;
    }

    /// <summary>Ends the call, if the flight still stands for it.</summary>
    public void End(int version)
    {
        var (function, start, frame, exception, caller) = (_function, _start, _frame, _exception, _caller);
        if (Interlocked.CompareExchange(ref _version, version + 1, version) != version)
            return;

        (_frame, _exception) = (null, null);
        var tracer = function.Tracer;
        var end = tracer.Clock.Now();
        var slab = ThreadSlab.Of(tracer);
        tracer.Flights.Return(this, slab);

        var duration = Math.Max(1, end - start);

        // Calls that ran at once may have taken more time together than this one had.
        var nested = frame?.NestedIn(duration, CallStack.Unknown) ?? CallStack.Unknown;
        function.Record(function.CellIn(slab), duration, end, allocated: 0, nested);
        if (duration >= function.Selection.SlowAfter || frame is not null || exception is not null)
        {
            long? self = nested == CallStack.Unknown ? null : duration - nested;
            new EndedCall(function, start, end, exception, caller) { Self = self }.LookBack(frame);
        }
    }

    /// <summary>Reads the call from any thread; false when there is none, or it ended meanwhile.</summary>
    public bool TryRead(out Function function, out long start, out bool isSuspended)
    {
        var version = Version;
        (function, start, isSuspended) = (_function, _start, _isSuspended);
        Interlocked.MemoryBarrier();
        return (version & 1) == 1 && version == Version;
    }
}
