namespace MoniGo.Collectors;

/// <summary>Changes a <see cref="double"/> that many threads share, without a lock and without losing a change.</summary>
internal static class AtomicDouble
{
    /// <summary>Adds to the number.</summary>
    public static void Add(ref double total, double value)
    {
        var seen = Volatile.Read(ref total);
        while (!TryReplace(ref total, ref seen, seen + value))
        {
        }
    }

    /// <summary>Lowers the number to a smaller one.</summary>
    public static void Lower(ref double lowest, double value)
    {
        var seen = Volatile.Read(ref lowest);
        while (value < seen && !TryReplace(ref lowest, ref seen, value))
        {
        }
    }

    /// <summary>Raises the number to a larger one.</summary>
    public static void Raise(ref double highest, double value)
    {
        var seen = Volatile.Read(ref highest);
        while (value > seen && !TryReplace(ref highest, ref seen, value))
        {
        }
    }

    // Compared by bits, as the processor does: 0.0 and -0.0 are equal numbers and would end the loop too early.
    private static bool TryReplace(ref double location, ref double seen, double value)
    {
        var found = Interlocked.CompareExchange(ref location, value, seen);
        if (BitConverter.DoubleToInt64Bits(found) == BitConverter.DoubleToInt64Bits(seen))
            return true;

        seen = found;
        return false;
    }
}
