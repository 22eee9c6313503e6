using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>How many values of each size a histogram recorded in each stretch of time.</summary>
/// <param name="First">End of the first column.</param>
/// <param name="Step">Width of a column.</param>
/// <param name="LowestBucket">Index of the lowest bucket of the lowest row, as of <see cref="ExponentialBuckets"/>.</param>
/// <param name="BucketsPerRow">Buckets that a row joins, a power of two.</param>
/// <param name="Rows">Number of rows, the smallest values in the first; at most <see cref="MaxRows"/>.</param>
/// <param name="Columns">The counts of each column, row by row; a column without values is empty.</param>
/// <param name="Total">Everything that was recorded.</param>
internal sealed record Heatmap(
    DateTimeOffset First,
    TimeSpan Step,
    int LowestBucket,
    int BucketsPerRow,
    int Rows,
    ImmutableArray<ImmutableArray<long>> Columns,
    ExponentialHistogram Total)
{
    /// <summary>Most columns; more would be narrower than a reader can tell apart.</summary>
    public const int MaxColumns = 120;

    /// <summary>Most rows.</summary>
    public const int MaxRows = 24;

    /// <summary>Gets the largest count of a cell; zero when nothing was recorded.</summary>
    public long Most => Columns.Max(column => column.IsEmpty ? 0 : column.Max());

    /// <summary>Gets the exclusive lower bound of a row, or the upper bound of the one below it.</summary>
    public double Bound(int row) => ExponentialBuckets.LowerBound(LowestBucket + (row * BucketsPerRow));
}
