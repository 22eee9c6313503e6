namespace MoniGo.Workloads;

/// <summary>Resident memory: a random walk over whole pages of 4096 bytes that is drawn back to its middle.</summary>
public sealed class WorkingSetModel(Xoshiro random) : SeriesModel(random)
{
    private const long PageSize = 4096;
    private const long Stair = 49;
    private const long Pull = 200;
    private readonly long _middle = 40_000 + random.NextBelow(60_000);
    private long _away;

    /// <inheritdoc />
    protected override double Next(double load, ref double bits)
    {
        _away += Bell.Draw(Random, Stair, ref bits) - (long)(Bell.Mean * Stair) - (_away / Pull);
        return (_middle + _away) * PageSize;
    }
}
