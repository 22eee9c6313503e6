namespace MoniGo.Workloads;

/// <summary>A ratio such as CPU usage, with noise in every bit of the mantissa.</summary>
public sealed class RatioModel(Xoshiro random) : SeriesModel(random)
{
    // In units of the last place: +-2.4 % of full scale where the ratio is between 0.25 and 0.5.
    private const long Stair = 159L << 40;
    private readonly double _least = 0.08 + (0.06 * random.NextUnit());

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) => BitConverter.Int64BitsToDouble(
        BitConverter.DoubleToInt64Bits(_least + (0.3 * load)) + Bell.Draw(Random, Stair, ref bits));
}
