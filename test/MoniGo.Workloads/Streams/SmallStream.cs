using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>One small process of a fleet: about eight series, ticks at a phase of its own.</summary>
internal sealed class SmallStream
{
    // What a small service shows: settings, pool, queue, errors, requests, allocations, CPU time, memory, latency, CPU usage.
    private static readonly string[] Menu =
        ["constant", "rare_step", "mostly_zero", "slow_count", "fast_count", "byte_count", "second_count", "working_set", "latency", "ratio"];

    private static readonly ReferenceClass[] Classes =
        [.. Menu.Select(name => ReferenceClass.All.Single(kind => string.Equals(kind.Name, name, StringComparison.Ordinal)))];

    private const int FewestSeries = 6;
    private const int MostSeries = 10;

    private readonly Resource _process;
    private readonly FamilyOfModels[] _families;
    private readonly TimeSpan _phase;
    private readonly TimeSpan _interval;

    public SmallStream(int number, long lane, TimeSpan interval)
    {
        var random = new Xoshiro(ReferenceDay.Seed, lane);
        Id = new($"agent-{number:0000}");
        _process = new("small", $"{Id.Value}-run-1", $"box-{number:0000}", 1000 + number, DateTimeOffset.UnixEpoch);
        _phase = TimeSpan.FromMilliseconds(random.NextBelow((long)interval.TotalMilliseconds));
        _interval = interval;
        _families = Choose(random).Select(kind => MakeFamily(kind, random)).ToArray();
    }

    public StreamId Id { get; }

    public int SeriesCount => _families.Length;

    /// <summary>Makes tick number <paramref name="sequence"/>, from 1; to be called in order.</summary>
    public Snapshot Next(DateTimeOffset start, int sequence)
    {
        var time = start + _phase + (sequence * _interval);
        var families = ImmutableArray.CreateBuilder<SampleFamily>(_families.Length);
        foreach (var family in _families)
        {
            if (family.Next(LoadCurve.At(time)) is { } samples)
                families.Add(samples);
        }

        return new(_process, epoch: 1, sequence, time, families.DrainToImmutable());
    }

    /// <summary>Picks 6 to 10 of the menu, in order of name as a snapshot wants them.</summary>
    private static IEnumerable<ReferenceClass> Choose(Xoshiro random)
    {
        var chosen = Classes.ToList();
        var count = FewestSeries + random.NextBelow(MostSeries - FewestSeries + 1);
        while (chosen.Count > count)
            chosen.RemoveAt((int)random.NextBelow(chosen.Count));

        return chosen.OrderBy(kind => kind.Name, StringComparer.Ordinal);
    }

    // Instances of its own, as a hub has that decodes each agent's batches.
    private static FamilyOfModels MakeFamily(ReferenceClass kind, Xoshiro random)
    {
        var instrument = new InstrumentInfo($"small.{kind.Name}", kind.Kind, kind.Unit);
        return new(instrument, [(new SeriesKey(instrument), kind.Make(new Xoshiro((long)random.Next())))]);
    }
}
