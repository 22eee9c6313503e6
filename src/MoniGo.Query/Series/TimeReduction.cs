namespace MoniGo.Query;

/// <summary>How the ticks of one window become one number.</summary>
internal enum TimeReduction
{
    /// <summary>The last value.</summary>
    Last,

    /// <summary>The mean of the values; of a histogram, the mean of what was recorded.</summary>
    Mean,

    /// <summary>The smallest value; of a histogram, the smallest recorded.</summary>
    Min,

    /// <summary>The largest value; of a histogram, the largest recorded.</summary>
    Max,

    /// <summary>Growth of a cumulative value; resets count from zero.</summary>
    Increase,

    /// <summary>Growth of a cumulative value per second, over the time since the window before.</summary>
    Rate,

    /// <summary>How far the last value moved since the window before, or since the one before a gap; of a cumulative value, its growth.</summary>
    Delta,

    /// <summary>A quantile of what a histogram recorded.</summary>
    Quantile,
}
