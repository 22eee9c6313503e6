using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>The value of one series at one tick.</summary>
/// <param name="Series">The series that was read.</param>
/// <param name="Value">Cumulative for counters, momentary for gauges; the number of recorded values for histograms.</param>
/// <param name="Histogram">The cumulative distribution of a histogram series; null for every other kind.</param>
public readonly record struct Sample(SeriesKey Series, double Value, ExponentialHistogram? Histogram = null)
{
    /// <summary>Gets the latest exemplars of a histogram series, one per bucket at most; empty or default when there are none.</summary>
    public ImmutableArray<Exemplar> Exemplars { get; init; }
}
