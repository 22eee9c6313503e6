namespace MoniGo.Workloads;

/// <summary>The managed heap: grows with the load in steps of 8 bytes, and falls back to what lives at a collection.</summary>
public sealed class HeapModel(Xoshiro random) : SeriesModel(random)
{
    private const long Alignment = 8;
    private const double StairAtFullLoad = 17_600;
    private const long LiveStair = 9_000;
    private static readonly Coin Collects = new(1.0 / 16);
    private readonly long _live = (1L << 22) + random.NextBelow(1L << 22);
    private long _heap = 1L << 23;

    /// <inheritdoc />
    protected override double Next(double load, ref double bits)
    {
        _heap = Collects.Toss(Random, ref bits)
            ? _live + Bell.Draw(Random, LiveStair, ref bits)
            : _heap + Bell.Draw(Random, (long)(StairAtFullLoad * load), ref bits);
        return _heap * Alignment;
    }
}
