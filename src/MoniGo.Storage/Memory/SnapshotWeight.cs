using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Estimates the bytes that keeping a snapshot costs beyond the tick before it.</summary>
/// <remarks>
/// Families and histograms that both ticks share are counted once. Series keys belong to the sources and are not counted.
/// The sizes are those of a 64-bit runtime: 16 bytes of header per object, 24 per array.
/// </remarks>
internal static class SnapshotWeight
{
    private const int SnapshotBytes = 64 + 24;  // the object and the header of its array of families
    private const int FamilyBytes = 32 + 24;    // the object and the header of its array of samples
    private const int SampleBytes = 24;         // series, value, histogram
    private const int HistogramBytes = 72 + 48; // the object and the headers of its two arrays
    private const int BucketBytes = 4 + 8;      // index and count
    private const int ReferenceBytes = 8;

    /// <summary>Weighs a snapshot; without a predecessor, all of it.</summary>
    public static long Of(Snapshot snapshot, Snapshot? before)
    {
        long bytes = SnapshotBytes + (ReferenceBytes * snapshot.Families.Length);
        foreach (var family in snapshot.Families)
        {
            var earlier = before?.Find(family.Instrument.Name);
            if (!ReferenceEquals(family, earlier))
                bytes += Of(family, earlier);
        }

        return bytes;
    }

    private static long Of(SampleFamily family, SampleFamily? before)
    {
        long bytes = FamilyBytes + (SampleBytes * family.Samples.Length);
        if (family.Instrument.Kind != InstrumentKind.Histogram)
            return bytes;

        var shared = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var sample in before?.Samples ?? [])
            shared.Add(sample.Histogram ?? ExponentialHistogram.Empty);

        foreach (var sample in family.Samples)
        {
            if (sample.Histogram is { } histogram && shared.Add(histogram))
                bytes += HistogramBytes + (BucketBytes * histogram.Indices.Length);
        }

        return bytes;
    }
}
