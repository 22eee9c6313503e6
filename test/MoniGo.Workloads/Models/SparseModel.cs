namespace MoniGo.Workloads;

/// <summary>A reading with two decimals that is there in 8 % of the ticks, each time by chance.</summary>
public sealed class SparseModel(Xoshiro random) : SeriesModel(random)
{
    private const long Stair = 178;
    private static readonly Coin IsPresent = new(0.08);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) =>
        IsPresent.Toss(Random, ref bits) ? Bell.Draw(Random, Stair, ref bits) / 100.0 : double.NaN;
}
