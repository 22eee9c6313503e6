using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MoniGo.Storage;

/// <summary>Tight loops over columns of numbers, four values at a time.</summary>
internal static class Reduction
{
    /// <summary>Finds minimum, maximum and sum of at least one value; NaN makes all of them NaN.</summary>
    public static (double Min, double Max, double Sum) MinMaxSum(ReadOnlySpan<double> values)
    {
        if (values.Length < 8)
            return OneByOne(values);

        var fours = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (min, max, sum) = (fours[0], fours[0], fours[0]);
        for (var i = 1; i < fours.Length; i++)
            (min, max, sum) = (Vector256.MinNative(min, fours[i]), Vector256.MaxNative(max, fours[i]), sum + fours[i]);

        // Native minimum and maximum may swallow a NaN; the sum never does.
        var total = Vector256.Sum(sum);
        return double.IsNaN(total) ? OneByOne(values) : WithRest(values[(4 * fours.Length)..], min, max, total);
    }

    public static long Sum(ReadOnlySpan<long> values)
    {
        long sum = 0;
        foreach (var value in values)
            sum += value;

        return sum;
    }

    /// <summary>Finds the first value that is smaller than the one before it; the length when there is none.</summary>
    /// <param name="before">What came before the first value.</param>
    /// <param name="values">The values.</param>
    public static int FirstFall(double before, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty || values[0] < before)
            return 0;

        var i = 1;
        for (; i <= values.Length - 4; i += 4)
        {
            if (Vector256.LessThanAny(Vector256.Create(values.Slice(i, 4)), Vector256.Create(values.Slice(i - 1, 4))))
                break;
        }

        while (i < values.Length && !(values[i] < values[i - 1]))
            i++;

        return i;
    }

    private static (double Min, double Max, double Sum) WithRest(
        ReadOnlySpan<double> rest, Vector256<double> mins, Vector256<double> maxs, double sum)
    {
        var (min, max) = (mins[0], maxs[0]);
        for (var i = 1; i < 4; i++)
            (min, max) = (Math.Min(min, mins[i]), Math.Max(max, maxs[i]));

        foreach (var value in rest)
            (min, max, sum) = (Math.Min(min, value), Math.Max(max, value), sum + value);

        return (min, max, sum);
    }

    private static (double Min, double Max, double Sum) OneByOne(ReadOnlySpan<double> values)
    {
        var (min, max, sum) = (values[0], values[0], values[0]);
        foreach (var value in values[1..])
            (min, max, sum) = (Math.Min(min, value), Math.Max(max, value), sum + value);

        return (min, max, sum);
    }
}
