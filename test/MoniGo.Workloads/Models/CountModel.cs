namespace MoniGo.Workloads;

/// <summary>A counter of things that happen: slow or fast by the mean per tick, more under load.</summary>
public sealed class CountModel : SeriesModel
{
    private static readonly PoissonByLoad[] Slow = [new(0.13), new(0.21), new(0.30)];
    private static readonly PoissonByLoad[] Fast = [new(95), new(175), new(310)];
    private readonly PoissonByLoad _events;
    private long _total;

    private CountModel(Xoshiro random, PoissonByLoad[] speeds, long start)
        : base(random) => (_events, _total) = (speeds[random.NextBelow(speeds.Length)], random.NextBelow(start));

    /// <summary>Makes a counter that mostly stands still, such as collections or errors.</summary>
    public static CountModel MakeSlow(Xoshiro random) => new(random, Slow, 10_000);

    /// <summary>Makes a counter that moves at every tick, such as requests.</summary>
    public static CountModel MakeFast(Xoshiro random) => new(random, Fast, 100_000_000);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) => _total += _events.Draw(Random, load, ref bits);
}
