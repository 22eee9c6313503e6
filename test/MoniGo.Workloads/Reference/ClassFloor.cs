namespace MoniGo.Workloads;

/// <summary>The entropy of one class of series over a day.</summary>
/// <param name="Class">The class.</param>
/// <param name="Samples">Number of its samples.</param>
/// <param name="Bits">What they tell in all; presence of sparse samples included.</param>
public sealed record ClassFloor(ReferenceClass Class, long Samples, double Bits)
{
    /// <summary>Gets the bits per sample that no lossless code can go below.</summary>
    public double BitsPerSample => Bits / Samples;
}
