using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>Says from what duration on a call of a function is slow.</summary>
internal static class SlowBar
{
    /// <summary>Calls that a function needs before its own 99th percentile means something.</summary>
    public const int MinCalls = 100;

    /// <summary>Stands for a function whose calls are never slow.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Gets what a function's own calls say: the upper bound of the bucket that its 99th percentile lies in.</summary>
    /// <remarks>The whole bucket: were it the percentile alone, every call of a function that always takes the same time would be slow.</remarks>
    /// <returns>Seconds; infinite for too few calls.</returns>
    public static double OwnPercentile(ExponentialHistogram calls) => calls.Count < MinCalls
        ? double.PositiveInfinity
        : ExponentialBuckets.UpperBound(ExponentialBuckets.IndexOf(calls.Quantile(0.99)));

    /// <summary>Gets the bar in timestamps.</summary>
    public static long Of(TraceSettings settings, double ownPercentile, double secondsPerTick)
    {
        var seconds = settings.SlowThreshold?.TotalSeconds ?? Math.Max(settings.SlowFloor.TotalSeconds, ownPercentile);
        return double.IsInfinity(seconds) ? Never : (long)Math.Ceiling(seconds / secondsPerTick);
    }
}
