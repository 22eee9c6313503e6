namespace MoniGo.Workloads;

/// <summary>A coin that shows heads with a given probability.</summary>
public sealed class Coin(double probability)
{
    private readonly double _headBits = -Math.Log2(probability);
    private readonly double _tailBits = -Math.Log2(1 - probability);

    /// <summary>Tosses, and adds what the side tells to <paramref name="bits"/>.</summary>
    public bool Toss(Xoshiro random, ref double bits)
    {
        var heads = random.NextUnit() < probability;
        bits += heads ? _headBits : _tailBits;
        return heads;
    }
}
