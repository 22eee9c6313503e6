namespace MoniGo.Workloads;

/// <summary>A queue's length: nearly always empty when looked at.</summary>
public sealed class MostlyZeroModel(Xoshiro random) : SeriesModel(random)
{
    private static readonly Coin Busy = new(0.03);
    private static readonly DiscreteDistribution Length = DiscreteDistribution.Geometric(0.875, 100);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) =>
        Busy.Toss(Random, ref bits) ? Length.Draw(Random, ref bits) : 0;
}
