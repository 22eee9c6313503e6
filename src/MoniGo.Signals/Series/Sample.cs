namespace MoniGo.Signals;

/// <summary>The value of one series at one tick.</summary>
/// <param name="Series">The series that was read.</param>
/// <param name="Value">Cumulative for counters, momentary for gauges; the number of recorded values for histograms.</param>
/// <param name="Histogram">The cumulative distribution of a histogram series; null for every other kind.</param>
public readonly record struct Sample(SeriesKey Series, double Value, ExponentialHistogram? Histogram = null);
