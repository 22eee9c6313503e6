namespace MoniGo.Workloads;

/// <summary>Poisson draws whose mean follows the load, from one table per level of load.</summary>
public sealed class PoissonByLoad
{
    private const int Levels = 32;
    private readonly DiscreteDistribution[] _tables;

    /// <summary>Makes the tables; <paramref name="mean"/> is that of full load.</summary>
    public PoissonByLoad(double mean) => _tables =
        [.. Enumerable.Range(0, Levels).Select(level => DiscreteDistribution.Poisson(mean * (level + 0.5) / Levels))];

    /// <summary>Draws a count, and adds what it tells to <paramref name="bits"/>.</summary>
    public int Draw(Xoshiro random, double load, ref double bits) =>
        _tables[Math.Min(Levels - 1, (int)(load * Levels))].Draw(random, ref bits);
}
