namespace MoniGo.Workloads;

/// <summary>A latency in milliseconds with three decimals, independent from tick to tick, longer under load.</summary>
public sealed class LatencyModel(Xoshiro random) : SeriesModel(random)
{
    private const double StairAtFullLoad = 2_446;

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) =>
        (500 + Bell.Draw(Random, (long)(StairAtFullLoad * load), ref bits)) / 1000.0;
}
