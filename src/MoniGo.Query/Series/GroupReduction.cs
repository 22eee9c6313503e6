namespace MoniGo.Query;

/// <summary>How the series of one group become one; quantiles and means of histograms always merge buckets.</summary>
internal enum GroupReduction
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,
}
