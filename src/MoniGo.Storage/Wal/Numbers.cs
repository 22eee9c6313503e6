using System.Runtime.InteropServices;

namespace MoniGo.Storage;

/// <summary>Numbers things in the order in which they first occur, from zero.</summary>
internal sealed class Numbers<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];

    /// <summary>Finds a thing's number; true when it had none before.</summary>
    public bool Add(T item, out int number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, item, out var isKnown);
        if (!isKnown)
            place = _numbers.Count - 1;

        number = place;
        return !isKnown;
    }
}
