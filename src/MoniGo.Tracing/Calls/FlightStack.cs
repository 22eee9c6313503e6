namespace MoniGo.Tracing;

/// <summary>Unused flights, the last one returned on top; for one owner at a time.</summary>
internal struct FlightStack
{
    private Flight? _top;

    public int Count { get; private set; }

    public Flight? Take()
    {
        if (_top is not { } flight)
            return null;

        (_top, flight.Next) = (flight.Next, null);
        Count--;
        return flight;
    }

    /// <summary>Puts one on top and gives how many there are now.</summary>
    public int Put(Flight flight)
    {
        (flight.Next, _top) = (_top, flight);
        return ++Count;
    }
}
