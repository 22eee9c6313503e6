using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>Everything that was measured at one tick; never changes.</summary>
/// <remarks>Every reader (store, live stream, alerts, exposition, agent) reads this and nothing else. Thread-safe.</remarks>
public sealed class Snapshot
{
    /// <summary>Makes a snapshot; <paramref name="families"/> must be sorted by instrument name (ordinal).</summary>
    public Snapshot(
        Resource resource, long epoch, long sequence, DateTimeOffset time, ImmutableArray<SampleFamily> families)
    {
        (Resource, Epoch, Sequence, Time, Families) = (resource, epoch, sequence, time, families);
    }

    /// <summary>Gets the process that was measured.</summary>
    public Resource Resource { get; }

    /// <summary>Gets the run of that process; counters start at zero with each new epoch.</summary>
    public long Epoch { get; }

    /// <summary>Gets the number of the tick within its epoch, from 1, without gaps.</summary>
    public long Sequence { get; }

    /// <summary>Gets the time of the tick, aligned to the tick grid.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Gets the families, sorted by instrument name.</summary>
    public ImmutableArray<SampleFamily> Families { get; }

    /// <summary>Finds the family of an instrument by binary search; null when it has no samples.</summary>
    public SampleFamily? Find(string instrument)
    {
        var (low, high) = (0, Families.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Families[middle].Instrument.Name, instrument);
            if (order == 0)
                return Families[middle];

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Finds one sample; null when the series is absent.</summary>
    public Sample? Find(string instrument, TagSet tags)
    {
        foreach (var sample in Find(instrument)?.Samples ?? [])
        {
            if (sample.Series.Tags.Equals(tags))
                return sample;
        }

        return null;
    }
}
