namespace MoniGo.Storage;

/// <summary>A way to see doubles as integers without losing a bit.</summary>
/// <remarks>
/// Codes 0 to 12: multiples of 10^-code. <see cref="Ordered"/>: the bits, so that integers are in the order of the doubles.
/// <see cref="Nearly"/>: multiples of a power of ten with a rounding error, which is a column of its own.
/// </remarks>
internal readonly record struct NumberSpace(int Code)
{
    public const int MaxDecimals = 12;
    public const int Nearly = 14;
    public const int Ordered = 15;

    // Sums of decimal fractions are off by a few units in the last place; where it is more, other spaces are as small.
    private const int MaxNearlyDecimals = 9;
    private const long MaxError = 256;
    private const int DistanceToError = 8;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

    /// <summary>Gets the integer nearest to a value, whether or not that is in this space.</summary>
    public long Nearest(double value) => Code == Ordered ? ToOrdered(value) : (long)Math.Round(value * Powers[Code]);

    /// <summary>Turns a column back into doubles in its place.</summary>
    public void ToDoubles(Span<long> numbers)
    {
        if (Code == Ordered)
        {
            foreach (ref var number in numbers)
                number ^= (number >> 63) & long.MaxValue;

            return;
        }

        var power = Powers[Code];
        foreach (ref var number in numbers)
            number = BitConverter.DoubleToInt64Bits(number / power);
    }

    /// <summary>Finds the smallest number of decimals that holds all values exactly.</summary>
    public static bool TryDecimal(ReadOnlySpan<double> values, Span<long> numbers, out NumberSpace space)
    {
        space = new(0);
        for (var i = 0; i < values.Length; i++)
        {
            while (!space.Holds(values[i]))
            {
                if (space.Code == MaxDecimals)
                    return false;

                space = new(space.Code + 1);
            }
        }

        // More decimals than a value needs may be too many digits for it.
        for (var i = 0; i < values.Length; i++)
        {
            if (!space.Holds(values[i]))
                return false;

            numbers[i] = space.Nearest(values[i]);
        }

        return true;
    }

    /// <summary>Finds the smallest number of decimals that holds all values up to a few units in the last place.</summary>
    public static bool TryNearlyDecimal(ReadOnlySpan<double> values, Span<long> numbers, Span<long> errors, out NumberSpace space)
    {
        for (var decimals = 0; decimals <= MaxNearlyDecimals; decimals++)
        {
            space = new(decimals);
            if (space.HoldsNearly(values, numbers, errors))
                return true;
        }

        space = new(Ordered);
        return false;
    }

    public static long ToOrdered(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    public static double FromOrdered(long number) => BitConverter.Int64BitsToDouble(number ^ ((number >> 63) & long.MaxValue));

    // Conversion saturates, so what is too large, NaN or -0 differs in its bits.
    private bool Holds(double value)
    {
        var number = Nearest(value);
        return number != long.MaxValue
            && DoubleBits.AreSame(number / Powers[Code], value);
    }

    private bool HoldsNearly(ReadOnlySpan<double> values, Span<long> numbers, Span<long> errors)
    {
        for (var i = 0; i < values.Length; i++)
        {
            numbers[i] = Nearest(values[i]);
            var nearest = ToOrdered(numbers[i] / Powers[Code]);
            errors[i] = ToOrdered(values[i]) - nearest;
            var allowed = Math.Min(MaxError, Math.Abs(ToOrdered((numbers[i] + 1) / Powers[Code]) - nearest) / DistanceToError);
            if (errors[i] > allowed || errors[i] < -allowed)
                return false;
        }

        return true;
    }
}
