namespace MoniGo.Tests;

/// <summary>Makes columns of every character that a codec may meet.</summary>
internal static class RandomColumns
{
    public static readonly int[] Lengths = [0, 1, 2, 3, 4, 31, 32, 33, 127, 128, 129, 720, 1440];

    private static readonly double[] Odd =
    [
        double.NaN, BitConverter.Int64BitsToDouble(0x7FF0_0000_0000_0123), BitConverter.Int64BitsToDouble(-1L), -0.0, 0,
        double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
        1e-310, 9_007_199_254_740_993, 9.3e18, -9.3e18, 0.1 + 0.2, 1.0 / 3,
    ];

    public static int Length(Random random) => Lengths[random.Next(Lengths.Length)];

    public static double[] Doubles(Random random, int count) => Make(random.Next(13) switch
    {
        0 => Same(random.NextDouble()),
        1 => _ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        2 => _ => Odd[random.Next(Odd.Length)],
        3 => _ => random.NextDouble(),
        4 => _ => random.Next(100_000) / 1000.0,
        5 => Sum(() => random.Next(100_000) / 1000.0),
        6 => Sum(() => random.Next(5)),
        7 => Sum(() => random.Next(50) == 0 ? random.Next(-1, 2) : 0),
        8 => Sum(() => random.NextInt64(1L << 56)),
        9 => _ => (float)random.NextDouble(),
        10 => i => i % 61 * 4096.0 * random.Next(1000),
        11 => i => random.Next(40) == 0 ? Odd[random.Next(Odd.Length)] : i,
        _ => _ => random.Next(30) == 0 ? random.Next(9) : 0,
    }, count);

    public static long[] Longs(Random random, int count)
    {
        var shift = random.Next(63);
        var total = random.NextInt64(long.MinValue, long.MaxValue);
        return Make<long>(random.Next(8) switch
        {
            0 => _ => total,
            1 => _ => random.NextInt64(long.MinValue, long.MaxValue),
            2 => _ => random.NextInt64(1L << shift) - (1L << (shift / 2)),
            3 => _ => total += random.NextInt64(1L << shift),
            4 => _ => random.Next(20) == 0 ? random.NextInt64() : 3,
            5 => i => total + (i * 50_000_000L),
            6 => _ => random.Next(2) == 0 ? long.MinValue : long.MaxValue,
            _ => i => i % 100 == 99 ? total = 0 : total += random.Next(10),
        }, count);
    }

    private static Func<int, double> Same(double value) => _ => value;

    private static Func<int, double> Sum(Func<double> next)
    {
        var total = 0.0;
        return i => total = i % 500 == 499 ? 0 : total + next();
    }

    private static T[] Make<T>(Func<int, T> next, int count) => [.. Enumerable.Range(0, count).Select(next)];
}
