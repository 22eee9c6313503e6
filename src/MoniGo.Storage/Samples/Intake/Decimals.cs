using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Enumeration;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Rounds the values of chosen instruments before they are kept; counters stay cumulative and never fall by it.</summary>
/// <remarks>Thread-safe. Distributions are kept as they are. Without any rule a snapshot passes untouched.</remarks>
internal sealed class Decimals(IReadOnlyDictionary<string, int> rules)
{
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, int?> _byInstrument = new(StringComparer.Ordinal);

    /// <summary>Rounds a snapshot; the same instance when no rule holds for it.</summary>
    public Snapshot Apply(Snapshot snapshot)
    {
        if (rules.Count == 0)
            return snapshot;

        if (_byInstrument.Count > MostKnown)
            _byInstrument.Clear(); // names that some source makes up anew each time

        var families = snapshot.Families.Select(Apply).ToImmutableArray();
        return new(snapshot.Resource, snapshot.Epoch, snapshot.Sequence, snapshot.Time, families);
    }

    /// <summary>Rounds to a number of decimals; negative ones round to tens, hundreds and so on.</summary>
    public static double Round(double value, int decimals)
    {
        if (decimals >= 0)
            return Math.Round(value, decimals);

        var unit = Math.Pow(10, -decimals);
        return Math.Round(value / unit) * unit;
    }

    private SampleFamily Apply(SampleFamily family)
    {
        if (family.Instrument.Kind == InstrumentKind.Histogram || Of(family.Instrument.Name) is not { } decimals)
            return family;

        return family with { Samples = [.. family.Samples.Select(sample => sample with { Value = Round(sample.Value, decimals) })] };
    }

    // An exact name goes before a pattern, a longer pattern before a shorter one.
    private int? Of(string instrument) => _byInstrument.GetOrAdd(instrument, name =>
        rules.TryGetValue(name, out var exact) ? exact
        : rules.Where(rule => FileSystemName.MatchesSimpleExpression(rule.Key, name, ignoreCase: false))
            .OrderByDescending(rule => rule.Key.Length)
            .Select(rule => (int?)rule.Value)
            .FirstOrDefault());
}
