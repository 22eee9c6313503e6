namespace MoniGo.Benchmarks;

/// <summary>Reads quantiles off a list of measurements.</summary>
internal static class Quantiles
{
    /// <summary>Gets the measurement below which the given part of all lies.</summary>
    public static double Quantile(this IEnumerable<double> measurements, double part)
    {
        var sorted = measurements.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }
}
