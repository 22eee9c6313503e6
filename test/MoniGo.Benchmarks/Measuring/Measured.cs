namespace MoniGo.Benchmarks;

/// <summary>What one contender took, round by round.</summary>
internal sealed class Measured(string key, double[] nanoseconds)
{
    public string Key => key;

    /// <summary>Gets the median nanoseconds of one operation.</summary>
    public double Median => MedianOf(nanoseconds);

    /// <summary>Gets the least nanoseconds of one operation: the run that others disturbed least.</summary>
    public double Least => nanoseconds.Min();

    /// <summary>Median of the ratios of neighbouring rounds: what slows the machine for a while slows both sides.</summary>
    public double RatioTo(Measured other) => MedianOf(Pairs(other, static (own, theirs) => own / theirs));

    /// <summary>Least of the ratios of neighbouring rounds.</summary>
    public double LeastRatioTo(Measured other) => Pairs(other, static (own, theirs) => own / theirs).Min();

    /// <summary>Median nanoseconds by which an operation takes longer than the other's.</summary>
    public double Beyond(Measured other) => MedianOf(Pairs(other, static (own, theirs) => own - theirs));

    private double[] Pairs(Measured other, Func<double, double, double> pair) => [.. nanoseconds.Zip(other.Nanoseconds, pair)];

    private double[] Nanoseconds => nanoseconds;

    private static double MedianOf(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
