namespace MoniGo.Signals;

/// <summary>The bucket layout that every histogram of MoniGo shares: base 2, scale 4.</summary>
/// <remarks>
/// Bucket <c>i</c> holds values in <c>(2^(i/16), 2^((i+1)/16)]</c>, as OpenTelemetry's exponential histogram at scale 4 does,
/// so a quantile read from bucket midpoints is at most 2.2 % off and any two histograms merge by adding counts.
/// Values outside <c>2^-64 .. 2^64</c> fall into the first or last bucket. Stateless and thread-safe.
/// </remarks>
public static class ExponentialBuckets
{
    /// <summary>Resolution after OpenTelemetry's definition: 2^4 buckets per power of two.</summary>
    public const int Scale = 4;

    /// <summary>Buckets per power of two.</summary>
    public const int PerOctave = 1 << Scale;

    /// <summary>Lowest bucket index.</summary>
    public const int MinIndex = -64 * PerOctave;

    /// <summary>Highest bucket index.</summary>
    public const int MaxIndex = (64 * PerOctave) - 1;

    private const int MantissaBits = 52;
    private const long MantissaMask = (1L << MantissaBits) - 1;

    // Mantissa bits of 2^(k/16): a value belongs to the last sixteenth whose bound lies strictly below it.
    private static readonly long[] Bounds = MakeBounds();

    // The top 8 mantissa bits select a guess that is right or one too low, which spares a search on the hot path.
    private static readonly byte[] Guess = MakeGuess();

    /// <summary>Finds the bucket of a positive value; callers sort out zero, negatives and NaN first.</summary>
    public static int IndexOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> MantissaBits) - 1023;
        if (exponent < -64)
            return MinIndex;

        if (exponent >= 64)
            return MaxIndex;

        var mantissa = bits & MantissaMask;
        int sixteenth = Guess[mantissa >> (MantissaBits - 8)];
        if (sixteenth + 1 < PerOctave && mantissa > Bounds[sixteenth + 1])
            sixteenth++;

        // Bounds are inclusive above: an exact bound belongs to the bucket below it.
        if (mantissa == Bounds[sixteenth])
            sixteenth--;

        return Math.Max(MinIndex, (exponent * PerOctave) + sixteenth);
    }

    /// <summary>Gets the exclusive lower bound of a bucket.</summary>
    public static double LowerBound(int index) => Math.Pow(2, (double)index / PerOctave);

    /// <summary>Gets the inclusive upper bound of a bucket.</summary>
    public static double UpperBound(int index) => Math.Pow(2, (double)(index + 1) / PerOctave);

    /// <summary>Gets the value that stands for a bucket: the geometric mean of its bounds.</summary>
    public static double Midpoint(int index) => Math.Pow(2, (index + 0.5) / PerOctave);

    private static long[] MakeBounds()
    {
        var bounds = new long[PerOctave];
        for (var k = 0; k < PerOctave; k++)
            bounds[k] = BitConverter.DoubleToInt64Bits(Math.Pow(2, (double)k / PerOctave)) & MantissaMask;

        return bounds;
    }

    private static byte[] MakeGuess()
    {
        var guess = new byte[256];
        for (var top = 0; top < guess.Length; top++)
        {
            var lowest = (long)top << (MantissaBits - 8);
            guess[top] = (byte)(Array.FindLastIndex(Bounds, bound => bound <= lowest));
        }

        return guess;
    }
}
