using System.Numerics;

namespace MoniGo.Workloads;

/// <summary>A bell of 25 stairs (24 coins) of any width, whose probabilities are exact.</summary>
/// <remarks>Standard deviation 2.45 stairs, mean <see cref="Mean"/> stairs, 3.34 bits plus those of the place on the stair.</remarks>
public static class Bell
{
    /// <summary>Mean of a draw, in widths.</summary>
    public const double Mean = 12.5;

    private const int Coins = 24;
    private static readonly double[] StairBits = MakeStairBits();

    /// <summary>Draws an integer from 0 to below 25 widths, and adds what it tells to <paramref name="bits"/>.</summary>
    public static long Draw(Xoshiro random, long width, ref double bits)
    {
        var stair = BitOperations.PopCount(random.Next() >> (64 - Coins));
        bits += StairBits[stair] + Math.Log2(width);
        return (stair * width) + random.NextBelow(width);
    }

    private static double[] MakeStairBits()
    {
        var bits = new double[Coins + 1];
        var ways = 1.0;
        for (var stair = 0; stair <= Coins; stair++)
        {
            bits[stair] = Coins - Math.Log2(ways);
            ways = ways * (Coins - stair) / (stair + 1);
        }

        return bits;
    }
}
