namespace MoniGo.Signals;

/// <summary>What one series did in one window of time.</summary>
/// <param name="End">End of the window, included; windows are aligned to multiples of the step since 1970.</param>
/// <param name="Count">Number of ticks that fell into the window, at least 1; a window without ticks is absent.</param>
/// <param name="Last">The last value in the window; cumulative for counters and histograms' counts.</param>
/// <param name="Min">Smallest value in the window; of a cumulative kind read from a roll-up, the last.</param>
/// <param name="Max">Largest value in the window; of a cumulative kind read from a roll-up, the last.</param>
/// <param name="Sum">Sum of the values, so that Sum / Count is the mean; of a cumulative kind read from a roll-up, as if all were the last.</param>
/// <param name="Increase">For cumulative kinds, growth since the series' previous tick before the window, resets counted from zero; 0 for gauges. Read from the first tick known of the series on.</param>
/// <param name="Histogram">For histograms, what was recorded in the window; null otherwise.</param>
public readonly record struct SampleWindow(
    DateTimeOffset End,
    int Count,
    double Last,
    double Min,
    double Max,
    double Sum,
    double Increase,
    ExponentialHistogram? Histogram);
