namespace MoniGo.Workloads;

/// <summary>A distribution over 0, 1, 2 ... given by weights; made with plain arithmetic so that every machine draws alike.</summary>
public sealed class DiscreteDistribution
{
    private readonly double[] _cumulative;
    private readonly double[] _bits;
    private readonly int _first;

    /// <summary>Makes a distribution from weights; the first stands for <paramref name="first"/>.</summary>
    public DiscreteDistribution(ReadOnlySpan<double> weights, int first = 0)
    {
        (_cumulative, _bits, _first) = (new double[weights.Length], new double[weights.Length], first);
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
            _cumulative[i] = total += weights[i];

        for (var i = 0; i < weights.Length; i++)
        {
            _cumulative[i] /= total;
            _bits[i] = -Math.Log2(weights[i] / total);
        }

        _cumulative[^1] = 1;
    }

    /// <summary>Makes a Poisson distribution, cut where its tail is below 1e-12 of its peak.</summary>
    public static DiscreteDistribution Poisson(double mean)
    {
        const double Negligible = 1e-12;
        var peak = (int)mean;
        var weights = new LinkedList<double>([1.0]);
        var first = peak;
        for (var weight = 1.0; first > 0 && (weight *= first / mean) > Negligible; first--)
            weights.AddFirst(weight);

        var next = peak + 1;
        for (var weight = 1.0; (weight *= mean / next) > Negligible; next++)
            weights.AddLast(weight);

        return new([.. weights], first);
    }

    /// <summary>Makes a geometric distribution from 1 on: each value is <paramref name="ratio"/> times as likely as the one before.</summary>
    public static DiscreteDistribution Geometric(double ratio, int values)
    {
        var weights = new double[values];
        weights[0] = 1;
        for (var i = 1; i < values; i++)
            weights[i] = weights[i - 1] * ratio;

        return new(weights, first: 1);
    }

    /// <summary>Draws a value, and adds what it tells to <paramref name="bits"/>.</summary>
    public int Draw(Xoshiro random, ref double bits)
    {
        var at = Array.BinarySearch(_cumulative, random.NextUnit());
        at = at < 0 ? ~at : at + 1;
        bits += _bits[at];
        return _first + at;
    }
}
