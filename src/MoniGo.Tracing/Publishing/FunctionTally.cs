namespace MoniGo.Tracing;

/// <summary>How many calls of a function began and ended, over all threads, and when the last one began.</summary>
internal readonly record struct FunctionTally(long Started, long Finished, long LastStart)
{
    /// <summary>Gets the calls that run now.</summary>
    /// <remarks>A call that began on a thread we had read, and ended on one we had not, would count as less than none.</remarks>
    public long Active => Math.Max(0, Started - Finished);

    public FunctionTally With(FunctionCell cell)
    {
        cell.ReadCounts(out var started, out var finished);
        return new(Started + started, Finished + finished, Math.Max(LastStart, cell.LastStart));
    }
}
