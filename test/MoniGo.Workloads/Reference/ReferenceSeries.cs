using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>One series of the reference day.</summary>
/// <param name="Number">Its place from 0, and the lane of its random numbers: each series can be made on its own.</param>
/// <param name="Key">The series; the same instance in every tick.</param>
/// <param name="Class">How it moves.</param>
public sealed record ReferenceSeries(int Number, SeriesKey Key, ReferenceClass Class)
{
    /// <summary>Makes its values from the start.</summary>
    public SeriesModel Begin() => Class.Make(new Xoshiro(ReferenceDay.Seed, Number));
}
