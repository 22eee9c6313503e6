namespace MoniGo.Workloads;

/// <summary>A pool's threads, open connections: now and then one more or one less.</summary>
public sealed class RareStepModel(Xoshiro random) : SeriesModel(random)
{
    private static readonly Coin Changes = new(0.0113);
    private static readonly Coin Rises = new(0.5);
    private long _value = 20 + random.NextBelow(60);

    /// <inheritdoc />
    protected override double Next(double load, ref double bits)
    {
        if (Changes.Toss(Random, ref bits))
            _value += _value == 0 || Rises.Toss(Random, ref bits) ? 1 : -1;

        return _value;
    }
}
