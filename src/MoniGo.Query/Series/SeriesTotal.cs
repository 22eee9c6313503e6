using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>What one series did in a stretch of time.</summary>
/// <param name="Series">The series.</param>
/// <param name="Last">Its last value.</param>
/// <param name="Increase">Growth of a cumulative series; 0 for gauges.</param>
/// <param name="Histogram">What a histogram recorded; null for other kinds.</param>
/// <param name="Before">Its value before that time; null when it is not known.</param>
internal readonly record struct SeriesTotal(
    SeriesKey Series, double Last, double Increase, ExponentialHistogram? Histogram, double? Before = null);
