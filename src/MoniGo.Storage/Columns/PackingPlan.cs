using System.Buffers;
using System.Numerics;

namespace MoniGo.Storage;

/// <summary>How numbers are split into symbols, lower bits and exceptions.</summary>
/// <param name="Shift">Number of lower bits that are written as they are.</param>
/// <param name="First">The number of the first symbol, without its lower bits.</param>
/// <param name="Symbols">Number of symbols; what is outside is an exception.</param>
/// <param name="Cost">Estimated size in bits.</param>
internal readonly record struct PackingPlan(int Shift, long First, int Symbols, double Cost)
{
    private static readonly double[] Trims = [0, 0.005, 0.02, 0.06];
    private static readonly double[] Logarithms = MakeLogarithms();

    /// <summary>Chooses by estimates.</summary>
    /// <param name="sorted">The numbers in ascending order, at least one.</param>
    /// <param name="mayExcept">Whether there may be exceptions.</param>
    public static PackingPlan Choose(ReadOnlySpan<long> sorted, bool mayExcept)
    {
        var runs = ArrayPool<(long Number, int Count)>.Shared.Rent(sorted.Length);
        try
        {
            var widest = Math.Max(0, Width(sorted, 0) - 5);
            var best = Best(Runs(sorted, widest, runs), widest, sorted.Length, mayExcept);
            foreach (var shift in Shifts(sorted, widest))
            {
                var plan = Best(Runs(sorted, shift, runs), shift, sorted.Length, mayExcept);
                if (plan.Cost < best.Cost)
                    best = plan;
            }

            return best;
        }
        finally
        {
            ArrayPool<(long, int)>.Shared.Return(runs);
        }
    }

    // Half of the numbers should share some 2 to 16 symbols.
    private static IEnumerable<int> Shifts(ReadOnlySpan<long> sorted, int widest)
    {
        ulong tried = 0;
        foreach (var width in (ReadOnlySpan<int>)[Width(sorted, sorted.Length / 4), Width(sorted, sorted.Length / 16)])
        {
            for (var shift = width - 4; shift < width; shift++)
                tried |= 1UL << Math.Clamp(shift, 0, 63);
        }

        return Each(tried & ~(1UL << widest));
    }

    private static IEnumerable<int> Each(ulong set)
    {
        for (; set != 0; set &= set - 1)
            yield return BitOperations.TrailingZeroCount(set);
    }

    // Bits that tell the numbers apart when as many are left away at both ends.
    private static int Width(ReadOnlySpan<long> sorted, int away) =>
        64 - BitOperations.LeadingZeroCount((ulong)(sorted[^(away + 1)] - sorted[away]));

    private static ReadOnlySpan<(long Number, int Count)> Runs(ReadOnlySpan<long> sorted, int shift, Span<(long Number, int Count)> runs)
    {
        var used = 0;
        foreach (var number in sorted)
        {
            if (used > 0 && runs[used - 1].Number == number >> shift)
                runs[used - 1].Count++;
            else
                runs[used++] = (number >> shift, 1);
        }

        return runs[..used];
    }

    private static PackingPlan Best(ReadOnlySpan<(long Number, int Count)> runs, int shift, int total, bool mayExcept)
    {
        var best = new PackingPlan(shift, 0, 0, double.MaxValue);
        var best1 = 0;
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i].Count > runs[best1].Count)
                best1 = i;
        }

        Try(runs, best1, best1, shift, total, mayExcept, ref best);
        foreach (var low in Trims)
        {
            foreach (var high in Trims)
                Try(runs, Skip(runs, low * total), runs.Length - 1 - SkipBack(runs, high * total), shift, total, mayExcept, ref best);
        }

        return best;
    }

    private static int Skip(ReadOnlySpan<(long Number, int Count)> runs, double numbers)
    {
        var at = 0;
        for (double seen = runs[0].Count; seen <= numbers && at < runs.Length - 1; seen += runs[at].Count)
            at++;

        return at;
    }

    private static int SkipBack(ReadOnlySpan<(long Number, int Count)> runs, double numbers)
    {
        var at = 0;
        for (double seen = runs[^1].Count; seen <= numbers && at < runs.Length - 1; seen += runs[^(at + 1)].Count)
            at++;

        return at;
    }

    private static void Try(
        ReadOnlySpan<(long Number, int Count)> runs, int first, int last, int shift, int total, bool mayExcept, ref PackingPlan best)
    {
        if (first > last || (ulong)(runs[last].Number - runs[first].Number) >= SymbolCode.MaxSymbols)
            return;

        var exceptions = total;
        var most = 0;
        for (var i = first; i <= last; i++)
            (exceptions, most) = (exceptions - runs[i].Count, Math.Max(most, runs[i].Count));

        if (exceptions > 0 && !mayExcept)
            return;

        var symbols = (int)(runs[last].Number - runs[first].Number) + 1;
        var cost = ((double)total * shift) + (symbols == 1 ? 0 : (symbols * 4) + 16 + (exceptions * Bits(most + exceptions, total)));
        for (var i = first; i <= last && symbols > 1; i++)
            cost += runs[i].Count * Bits(runs[i].Count, total);

        if (exceptions > 0)
            cost += Exceptions(runs, first, last, exceptions, total);

        if (cost < best.Cost)
            best = new(shift, runs[first].Number, symbols, cost);
    }

    // Their places are about geometrically distributed, their numbers taken as evenly distributed.
    private static double Exceptions(ReadOnlySpan<(long Number, int Count)> runs, int first, int last, int exceptions, int total)
    {
        var low = first > 0 ? runs[0].Number : runs[last + 1].Number;
        var high = last < runs.Length - 1 ? runs[^1].Number : runs[first - 1].Number;
        var each = Math.Log2((double)total / exceptions) + 1.5 + Math.Log2((double)(ulong)(high - low) + 1);
        return (exceptions * each) + 56;
    }

    // A code of whole bits has none shorter than one.
    private static double Bits(int count, int total) => Math.Max(1, Logarithm(total) - Logarithm(count));

    private static double Logarithm(int number) => number < Logarithms.Length ? Logarithms[number] : Math.Log2(number);

    private static double[] MakeLogarithms()
    {
        var logarithms = new double[2048];
        for (var i = 1; i < logarithms.Length; i++)
            logarithms[i] = Math.Log2(i);

        return logarithms;
    }
}
