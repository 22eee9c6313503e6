using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>Walks the reference day once and freezes each tick.</summary>
internal sealed class ReferenceTicks(ReferenceDay day, TimeSpan jitter, TimeSpan interval)
{
    // A lane of its own: the same values come with and without jitter.
    private const int JitterLane = -1;
    private static readonly Resource Process = new("reference", "run-1", "box", 4711, DateTimeOffset.UnixEpoch);

    private readonly Xoshiro _late = new(ReferenceDay.Seed, JitterLane);
    private readonly FamilyOfModels[] _families =
    [
        .. day.Series.GroupBy(series => series.Key.Instrument)
            .OrderBy(family => family.Key.Name, StringComparer.Ordinal)
            .Select(family => new FamilyOfModels(family.Key, [.. family.Select(series => (series.Key, series.Begin()))])),
    ];

    private int _sequence;

    public Snapshot Next()
    {
        var due = day.Start + (++_sequence * interval);
        var families = ImmutableArray.CreateBuilder<SampleFamily>(_families.Length);
        foreach (var family in _families)
        {
            if (family.Next(LoadCurve.At(due)) is { } samples)
                families.Add(samples);
        }

        return new(Process, epoch: 1, _sequence, due + Late(), families.DrainToImmutable());
    }

    private TimeSpan Late() => TimeSpan.FromMilliseconds(_late.NextBelow((long)jitter.TotalMilliseconds + 1));
}
