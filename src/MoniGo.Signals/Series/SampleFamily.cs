using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>All samples that one instrument has at one tick.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Samples">One sample per tag set, in no particular order.</param>
public sealed record SampleFamily(InstrumentInfo Instrument, ImmutableArray<Sample> Samples);
