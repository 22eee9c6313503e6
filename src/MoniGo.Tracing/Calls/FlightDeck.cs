namespace MoniGo.Tracing;

/// <summary>All flights of one tracer, used again and again, up to a limit.</summary>
/// <remarks>
/// Thread-safe. Threads hold a few unused ones each, so the gate is passed once in a batch. Past the limit a call gets a flight of its own
/// that is not listed.
/// </remarks>
internal sealed class FlightDeck(ByteBudget budget)
{
    /// <summary>Flights listed at most.</summary>
    public const int MaxListed = 10_000;

    private const int Batch = 16;

    private readonly Lock _gate = new();
    private readonly List<Flight> _all = [];
    private FlightStack _unused;

    public Flight Rent(ThreadSlab? slab) => slab?.Flights.Take() ?? Refill(slab) ?? new Flight(isListed: false);

    public void Return(Flight flight, ThreadSlab? slab)
    {
        if (!flight.IsListed)
            return;

        if (slab is null)
        {
            lock (_gate)
                _unused.Put(flight);
        }
        else if (slab.Flights.Put(flight) > 2 * Batch)
        {
            TakeBack(ref slab.Flights, Batch);
        }
    }

    /// <summary>Takes all that a dead thread held.</summary>
    public void TakeBack(ref FlightStack flights) => TakeBack(ref flights, flights.Count);

    /// <summary>Copies what is listed, running or not.</summary>
    public Flight[] ToArray()
    {
        lock (_gate)
            return [.. _all];
    }

    private void TakeBack(ref FlightStack flights, int count)
    {
        lock (_gate)
        {
            while (count-- > 0 && flights.Take() is { } flight)
                _unused.Put(flight);
        }
    }

    private Flight? Refill(ThreadSlab? slab)
    {
        lock (_gate)
        {
            for (var i = 1; slab is not null && i < Batch && TakeOrMake_NeedsGate() is { } flight; i++)
                slab.Flights.Put(flight);

            return slab?.Flights.Take() ?? TakeOrMake_NeedsGate();
        }
    }

    private Flight? TakeOrMake_NeedsGate()
    {
        if (_unused.Take() is { } unused)
            return unused;

        if (_all.Count == MaxListed || !budget.TryTake(Flight.Bytes))
            return null;

        var made = new Flight(isListed: true);
        _all.Add(made);
        return made;
    }
}
