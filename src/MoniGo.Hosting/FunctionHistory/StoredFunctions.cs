using System.Collections.Frozen;
using System.Collections.Immutable;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Narrows a snapshot to what is stored of functions: the weightiest have a history each, the rest one together.</summary>
/// <remarks>
/// A store pays for each series that changes, and ten thousand functions have eighty thousand of them. The latest tick still has all.
/// The rest is told as <see cref="FunctionTable.Other"/>, beside what tracing itself counts there. When a function joins or leaves the rest, both histories hold the tick in which it does, so no call is counted twice or not at all.
/// Not thread-safe: for the writer to the store alone.
/// </remarks>
/// <param name="most">Functions with a history of their own.</param>
internal sealed class StoredFunctions(int most)
{
    private static readonly FrozenSet<string> Stored = new[]
    {
        FunctionInstruments.Duration, FunctionInstruments.Errors, FunctionInstruments.Active, FunctionInstruments.Allocated,
        FunctionInstruments.SelfDuration, FunctionInstruments.AttributedDuration, FunctionInstruments.Kept,
    }.Select(instrument => instrument.Name).ToFrozenSet(StringComparer.Ordinal);

    // Only the latest tick is asked for them, and both are new at each call: they would be the costliest series of a function.
    private static readonly FrozenSet<string> NotStored =
        new[] { FunctionInstruments.LastDuration.Name, FunctionInstruments.LastStart.Name }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FunctionRanking _ranking = new(most);
    private readonly FunctionRest _rest = new();

    /// <summary>Gives what is stored of a snapshot; call it once for each, in order.</summary>
    public Snapshot Of(Snapshot snapshot)
    {
        _ranking.Begin(snapshot);
        _rest.Begin();
        var families = ImmutableArray.CreateBuilder<SampleFamily>(snapshot.Families.Length);
        foreach (var family in snapshot.Families)
        {
            if (!NotStored.Contains(family.Instrument.Name))
                families.Add(Stored.Contains(family.Instrument.Name) ? Narrow(family) : family);
        }

        return new(snapshot.Resource, snapshot.Epoch, snapshot.Sequence, snapshot.Time, families.DrainToImmutable());
    }

    private SampleFamily Narrow(SampleFamily family)
    {
        var own = ImmutableArray.CreateBuilder<Sample>(family.Samples.Length);
        foreach (var sample in family.Samples)
        {
            var place = _ranking.PlaceOf(sample.Series.Tags[FunctionInstruments.Function] ?? "");
            if (place != FunctionPlace.Rest)
                own.Add(sample);

            if (place is FunctionPlace.Rest or FunctionPlace.Joins)
                _rest.Add(sample);
            else if (place == FunctionPlace.Leaves)
                _rest.CountFrom(sample);
        }

        own.AddRange(_rest.Of(family.Instrument));
        return new(family.Instrument, own.DrainToImmutable());
    }
}
