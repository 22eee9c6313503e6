using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What one or more series recorded over a range.</summary>
/// <param name="Count">Recorded values, or growth of a counter.</param>
/// <param name="Failed">How many of them were failures.</param>
/// <param name="Max">Largest value; NaN when unknown.</param>
/// <param name="Recorded">Their distribution; null for counters.</param>
internal sealed record RangeTotal(double Count, double Failed, double Max, ExponentialHistogram? Recorded)
{
    /// <summary>Gets the total of nothing.</summary>
    public static RangeTotal None { get; } = new(0, 0, double.NaN, null);

    /// <summary>Adds another total, all of it failures or none.</summary>
    public RangeTotal Plus(RangeTotal other, bool failed) => new(
        Count + other.Count,
        Failed + (failed ? other.Count : 0),
        double.IsNaN(Max) ? other.Max : double.IsNaN(other.Max) ? Max : Math.Max(Max, other.Max),
        Recorded is null ? other.Recorded : other.Recorded is null ? Recorded : Recorded.Merge(other.Recorded));

    /// <summary>Reads a quantile; NaN when there is no distribution.</summary>
    public double Quantile(double quantile) => Recorded?.Quantile(quantile) ?? double.NaN;
}
