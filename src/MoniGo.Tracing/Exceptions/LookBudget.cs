namespace MoniGo.Tracing;

/// <summary>Limits how often exceptions are looked at closely between two ticks, in all and for one place.</summary>
/// <remarks>
/// A close look takes some 20 us at a short stack and more at a deep one, so a storm of exceptions must not be looked at one by one. What is over the limit counts to the group that
/// the same type had at the same place last. Not thread-safe: used under the lock of <see cref="ExceptionGroups"/>.
/// </remarks>
internal sealed class LookBudget
{
    /// <summary>Looks between two ticks.</summary>
    public const int MostLooks = 50;

    /// <summary>Looks between two ticks at one type in one place, so that a storm leaves some for the others.</summary>
    public const int MostLooksAtOne = 5;

    private const int MostPlaces = 2_000;

    private readonly Dictionary<(string Type, string Where), Place> _places = [];
    private int _looks;
    private int _tick;

    /// <summary>Makes room for more looks.</summary>
    public void Renew() => (_looks, _tick) = (0, _tick + 1);

    /// <summary>Takes one look; false when there is none left.</summary>
    public bool TryTake(Place place)
    {
        if (place.Tick != _tick)
            (place.Tick, place.Looks) = (_tick, 0);

        if (_looks == MostLooks || place.Looks == MostLooksAtOne)
            return false;

        _looks++;
        place.Looks++;
        return true;
    }

    public Place PlaceOf(string type, string where)
    {
        if (_places.TryGetValue((type, where), out var place))
            return place;

        // Forgetting costs some looks, no more; places are functions and loggers, of which few have so many.
        if (_places.Count == MostPlaces)
            _places.Clear();

        return _places[(type, where)] = new();
    }

    /// <summary>A type of exception in one function, request or logger.</summary>
    public sealed class Place
    {
        public CountedGroup? Last { get; set; }

        public int Looks { get; set; }

        public int Tick { get; set; }
    }
}
