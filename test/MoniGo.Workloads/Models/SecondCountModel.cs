namespace MoniGo.Workloads;

/// <summary>A counter of seconds with three decimals, such as CPU time.</summary>
public sealed class SecondCountModel(Xoshiro random) : SeriesModel(random)
{
    private const double StairAtFullLoad = 851;
    private long _milliseconds = random.NextBelow(1L << 28);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits)
    {
        _milliseconds += Bell.Draw(Random, (long)(StairAtFullLoad * load), ref bits);
        return _milliseconds / 1000.0;
    }
}
