using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Lists what runs: the stacks of all threads, and the calls that are on no one thread.</summary>
/// <remarks>Calls nested deeper than <see cref="CallStack.MaxDepth"/>, and beyond <see cref="FlightDeck.MaxListed"/>, are not listed. Thread-safe.</remarks>
internal sealed class ActiveCalls(FunctionTracer tracer, TimeProvider time) : IActiveCalls
{
    public IReadOnlyList<ActiveCall> List(int limit, string? function = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var moment = TickMoment.Now(time, tracer.Clock);
        var running = new List<ActiveCall>();
        foreach (var slab in tracer.Slabs.Current)
            AddStack(running, slab, function, moment);

        foreach (var flight in tracer.Flights.ToArray())
            AddFlight(running, flight, function, moment);

        running.Sort(static (one, other) => other.Age.CompareTo(one.Age));
        return running.Count > limit ? running[..limit] : running;
    }

    private void AddStack(List<ActiveCall> running, ThreadSlab slab, string? function, TickMoment moment)
    {
        for (var depth = 0; depth < slab.Stack.Depth; depth++)
        {
            if (slab.Stack.TryRead(depth, out var slot, out var start) && tracer.Functions.NameOf(slot) is { } name && IsWanted(name, function))
                running.Add(new(name, moment.ToTime(start), moment.Since(start), IsSuspended: false, slab.ThreadId));
        }
    }

    private static void AddFlight(List<ActiveCall> running, Flight flight, string? wanted, TickMoment moment)
    {
        if (flight.TryRead(out var function, out var start, out var isSuspended) && IsWanted(function.Name, wanted))
            running.Add(new(function.Name, moment.ToTime(start), moment.Since(start), isSuspended, ThreadId: null));
    }

    private static bool IsWanted(string name, string? wanted) => wanted is null || string.Equals(name, wanted, StringComparison.Ordinal);
}
