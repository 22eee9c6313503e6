using System.Numerics;
using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>One cumulative histogram of durations that fills 40 neighbouring buckets.</summary>
/// <param name="random">Source of chance.</param>
/// <param name="first">Index of its lowest bucket.</param>
/// <param name="recordings">How many durations it records in a tick, by load.</param>
internal sealed class GrowingHistogram(Xoshiro random, int first, PoissonByLoad recordings)
{
    public const int Buckets = 40;

    // Stopwatch resolution: durations are whole nanoseconds, counted in seconds.
    private const double Nanosecond = 1e-9;

    private readonly long[] _counts = new long[Buckets];
    private readonly int[] _indices = [.. Enumerable.Range(first, Buckets)];
    private readonly (double Lowest, double Width)[] _bounds =
    [
        .. Enumerable.Range(first, Buckets).Select(index => (Bound(index), Bound(index + 1) - Bound(index))),
    ];

    private double _sum;
    private double _min = double.NaN;
    private double _max = double.NaN;
    private ExponentialHistogram _latest = ExponentialHistogram.Empty;

    /// <summary>Records a tick's durations; the same instance as before when there were none.</summary>
    public ExponentialHistogram Next(double load)
    {
        var ignored = 0.0;
        var count = recordings.Draw(random, load, ref ignored);
        for (var i = 0; i < count; i++)
            Record();

        return count == 0 ? _latest : _latest = Freeze();
    }

    private void Record()
    {
        // 39 coins: the middle buckets fill fast and the outer ones hardly ever, so every fourth duration goes anywhere.
        var random64 = random.Next();
        var bucket = random64 >> 62 == 0 ? (int)random.NextBelow(Buckets) : BitOperations.PopCount(random64 & ((1UL << (Buckets - 1)) - 1));
        var (lowest, width) = _bounds[bucket];
        var value = Math.Floor((lowest + (width * (0.01 + (0.98 * random.NextUnit())))) / Nanosecond) * Nanosecond;
        _counts[bucket]++;
        _sum += value;
        _min = value >= _min ? _min : value;
        _max = value <= _max ? _max : value;
    }

    private ExponentialHistogram Freeze()
    {
        Span<int> indices = stackalloc int[Buckets];
        Span<long> counts = stackalloc long[Buckets];
        var used = 0;
        for (var i = 0; i < Buckets; i++)
        {
            if (_counts[i] > 0)
                (indices[used], counts[used++]) = (_indices[i], _counts[i]);
        }

        return new(indices[..used], counts[..used], zeroCount: 0, _sum, _min, _max);
    }

    /// <summary>2^(index/16) by square roots, which every machine rounds alike.</summary>
    private static double Bound(int index)
    {
        var bound = BitConverter.Int64BitsToDouble((1023L + (index >> ExponentialBuckets.Scale)) << 52);
        var root = 2.0;
        for (var half = ExponentialBuckets.PerOctave / 2; half > 0; half /= 2)
        {
            root = Math.Sqrt(root);
            if ((index & half) != 0)
                bound *= root;
        }

        return bound;
    }
}
