namespace MoniGo.Workloads;

/// <summary>A limit or a setting: one value all day.</summary>
public sealed class ConstantModel(Xoshiro random) : SeriesModel(random)
{
    private static readonly double[] Values = [0, 1, 4, 8, 64, 100, 0.5, 0.75, 4096, 65_536, 2_147_483_648, 1e9];
    private readonly double _value = Values[random.NextBelow(Values.Length)];

    /// <inheritdoc />
    protected override double Next(double load, ref double bits) => _value;
}
