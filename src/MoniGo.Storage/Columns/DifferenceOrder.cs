using System.Numerics;

namespace MoniGo.Storage;

/// <summary>Differences of order 0, 1 or 2, whichever are the smallest numbers.</summary>
internal static class DifferenceOrder
{
    private const int Samples = 33;
    private const int Classes = 65;

    /// <summary>Guesses the best order by the sizes of the numbers around their middle, in one pass.</summary>
    public static int Choose(ReadOnlySpan<long> units)
    {
        if (units.Length < 4)
            return 0;

        Span<int> sizes = stackalloc int[3 * Classes];
        sizes.Clear();
        var (middle, step, before) = (Middle(units, 0), Middle(units, 1), 0L);
        for (var i = 1; i < units.Length; i++)
        {
            var difference = units[i] - units[i - 1];
            sizes[Size(units[i] - middle)]++;
            sizes[Classes + Size(difference - step)]++;
            sizes[(2 * Classes) + Size(difference - before)]++;
            before = difference;
        }

        var best = 0;
        Span<double> bits = stackalloc double[3];
        for (var order = 0; order < 3; order++)
        {
            bits[order] = Cost(sizes.Slice(order * Classes, Classes), units.Length - 1);
            if (bits[order] < bits[best])
                best = order;
        }

        return best;
    }

    /// <summary>Puts differences in the place of the numbers, and gives those that have to be written.</summary>
    public static Span<long> Apply(Span<long> units, int order)
    {
        for (var pass = 0; pass < order; pass++)
        {
            for (var i = units.Length - 1; i > pass; i--)
                units[i] -= units[i - 1];
        }

        return units[(order == 2 ? 2 : 1)..];
    }

    /// <summary>Puts the values back in the place of their differences.</summary>
    /// <param name="rest">The differences, in units of the divisor.</param>
    /// <param name="order">Their order.</param>
    /// <param name="divisor">The common divisor.</param>
    /// <param name="value">The value to start from; the one before, unless the order is 0.</param>
    /// <param name="slope">The difference before.</param>
    public static void Undo(Span<long> rest, int order, long divisor, long value, long slope)
    {
        if (order == 0)
        {
            foreach (ref var one in rest)
                one = value + (one * divisor);
        }
        else if (order == 1)
        {
            foreach (ref var one in rest)
                one = value += one * divisor;
        }
        else
        {
            foreach (ref var one in rest)
                one = value += slope += one * divisor;
        }
    }

    private static int Size(long number) => 64 - BitOperations.LeadingZeroCount((ulong)((number << 1) ^ (number >> 63)));

    // Entropy of the sizes, and what is left of each number below its highest bit.
    private static double Cost(ReadOnlySpan<int> sizes, int count)
    {
        var bits = 0.0;
        for (var size = 0; size < sizes.Length; size++)
        {
            if (sizes[size] > 0)
                bits += sizes[size] * (Math.Log2((double)count / sizes[size]) + Math.Max(0, size - 1));
        }

        return bits;
    }

    private static long Middle(ReadOnlySpan<long> units, int order)
    {
        Span<long> sample = stackalloc long[Math.Min(Samples, units.Length - 1)];
        for (var i = 0; i < sample.Length; i++)
        {
            var at = 1 + (int)((long)i * (units.Length - 1) / sample.Length);
            sample[i] = order == 0 ? units[at] : units[at] - units[at - 1];
        }

        sample.Sort();
        return sample[sample.Length / 2];
    }
}
