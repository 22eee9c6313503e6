namespace MoniGo.Workloads;

/// <summary>A counter of allocated bytes, in steps of 8.</summary>
public sealed class ByteCountModel(Xoshiro random) : SeriesModel(random)
{
    private const long Alignment = 8;
    private const double StairAtFullLoad = 16_050;
    private long _total = random.NextBelow(1L << 36);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits)
    {
        _total += Bell.Draw(Random, (long)(StairAtFullLoad * load), ref bits);
        return _total * Alignment;
    }
}
