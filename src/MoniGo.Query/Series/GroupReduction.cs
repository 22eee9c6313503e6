namespace MoniGo.Query;

/// <summary>How the series of one group become one; quantiles and means of histograms always merge buckets.</summary>
internal enum GroupReduction
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The quantile <see cref="SeriesQuery.Quantile"/> of their values, between two of them by the straight line.</summary>
    Quantile,
}
