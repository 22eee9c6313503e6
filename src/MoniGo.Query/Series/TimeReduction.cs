namespace MoniGo.Query;

/// <summary>How the ticks of one window become one number.</summary>
internal enum TimeReduction
{
    /// <summary>The last value.</summary>
    Last,

    /// <summary>The mean of the values; of a histogram, the mean of what was recorded.</summary>
    Mean,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>Growth of a cumulative value.</summary>
    Increase,

    /// <summary>Growth of a cumulative value per second, over the time since the window before.</summary>
    Rate,

    /// <summary>A quantile of what a histogram recorded.</summary>
    Quantile,
}
