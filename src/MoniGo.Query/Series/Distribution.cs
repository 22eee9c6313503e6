using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads numbers off a distribution, where one without values has none.</summary>
internal static class Distribution
{
    /// <summary>Reads a quantile; null when nothing was recorded.</summary>
    public static double? Quantile(ExponentialHistogram histogram, double quantile) =>
        histogram.Count == 0 ? null
        : quantile >= 1 && !double.IsNaN(histogram.Max) ? histogram.Max
        : quantile <= 0 && !double.IsNaN(histogram.Min) ? histogram.Min
        : histogram.Quantile(quantile);

    /// <summary>Reads the mean; null when nothing was recorded.</summary>
    public static double? Mean(ExponentialHistogram histogram) => histogram.Count == 0 ? null : histogram.Mean;
}
