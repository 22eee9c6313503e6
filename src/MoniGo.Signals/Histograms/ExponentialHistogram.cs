namespace MoniGo.Signals;

/// <summary>An immutable, mergeable distribution of recorded values.</summary>
/// <remarks>
/// Sparse: only buckets that hold something are kept, as <see cref="Indices"/> (ascending) beside <see cref="Counts"/>.
/// The layout is <see cref="ExponentialBuckets"/>. Zero and negative values are counted in <see cref="ZeroCount"/>. Thread-safe.
/// </remarks>
public sealed class ExponentialHistogram
{
    private readonly int[] _indices;
    private readonly long[] _counts;

    /// <summary>Makes a histogram from its parts, which are copied.</summary>
    /// <param name="indices">Bucket indices, ascending and unique.</param>
    /// <param name="counts">One positive count per index.</param>
    /// <param name="zeroCount">Number of recorded values that were zero or negative.</param>
    /// <param name="sum">Sum of all recorded values.</param>
    /// <param name="min">Smallest recorded value; NaN when unknown.</param>
    /// <param name="max">Largest recorded value; NaN when unknown.</param>
    /// <exception cref="ArgumentException">The indices are not ascending, or their number is not that of the counts.</exception>
    public ExponentialHistogram(
        ReadOnlySpan<int> indices, ReadOnlySpan<long> counts, long zeroCount, double sum, double min, double max)
    {
        if (indices.Length != counts.Length)
            throw new ArgumentException($"{counts.Length} counts for {indices.Length} bucket indices.", nameof(counts));

        Count = ZeroCount = zeroCount;
        for (var i = 0; i < indices.Length; i++)
        {
            if (i > 0 && indices[i] <= indices[i - 1])
                throw new ArgumentException($"Bucket index {indices[i]} follows {indices[i - 1]}; indices must ascend.", nameof(indices));

            Count += counts[i];
        }

        (_indices, _counts, Sum, Min, Max) = (indices.ToArray(), counts.ToArray(), sum, min, max);
    }

    /// <summary>Gets the histogram in which nothing was recorded.</summary>
    public static ExponentialHistogram Empty { get; } = new([], [], 0, 0, double.NaN, double.NaN);

    /// <summary>Gets the number of recorded values.</summary>
    public long Count { get; }

    /// <summary>Gets the number of recorded values that were zero or negative.</summary>
    public long ZeroCount { get; }

    /// <summary>Gets the sum of all recorded values.</summary>
    public double Sum { get; }

    /// <summary>Gets the smallest recorded value; NaN when unknown or empty.</summary>
    public double Min { get; }

    /// <summary>Gets the largest recorded value; NaN when unknown or empty.</summary>
    public double Max { get; }

    /// <summary>Gets the mean of the recorded values; NaN when empty.</summary>
    public double Mean => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>Gets the indices of the buckets in use, ascending.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Gets the counts of the buckets in use, in the order of <see cref="Indices"/>.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Reads a quantile, at most 2.2 % off; NaN when empty.</summary>
    /// <param name="quantile">From 0 to 1.</param>
    public double Quantile(double quantile)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantile);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantile, 1);
        if (Count == 0)
            return double.NaN;

        var rank = Math.Max(1, (long)Math.Ceiling(quantile * Count));
        var seen = ZeroCount;
        if (seen >= rank)
            return 0;

        for (var i = 0; i < _indices.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
                return Within(ExponentialBuckets.Midpoint(_indices[i]));
        }

        return Max;
    }

    /// <summary>Counts the recorded values that lie in buckets entirely at or below a value.</summary>
    public long CountAtOrBelow(double value)
    {
        var count = value >= 0 ? ZeroCount : 0;
        for (var i = 0; i < _indices.Length && ExponentialBuckets.UpperBound(_indices[i]) <= value; i++)
            count += _counts[i];

        return count;
    }

    /// <summary>Adds two distributions; order does not matter.</summary>
    public ExponentialHistogram Merge(ExponentialHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
            return this;

        if (Count == 0)
            return other;

        var sum = new HistogramAccumulator();
        sum.Add(this);
        sum.Add(other);
        return sum.ToHistogram();
    }

    /// <summary>Gets what was recorded after <paramref name="earlier"/>, an older reading of the same series.</summary>
    /// <remarks>When this reading holds less than the older one the series was reset, and this reading is the answer. Minimum and maximum of the difference are unknown.</remarks>
    public ExponentialHistogram Since(ExponentialHistogram? earlier)
    {
        if (earlier is null || earlier.Count == 0 || Count < earlier.Count || ZeroCount < earlier.ZeroCount)
            return this;

        if (Count == earlier.Count)
            return Empty;

        var indices = new int[_indices.Length];
        var counts = new long[_indices.Length];
        var used = 0;
        var zeros = ZeroCount - earlier.ZeroCount;
        var total = zeros;
        for (int i = 0, j = 0; i < _indices.Length; i++)
        {
            while (j < earlier._indices.Length && earlier._indices[j] < _indices[i])
                j++;

            var before = j < earlier._indices.Length && earlier._indices[j] == _indices[i] ? earlier._counts[j] : 0;
            var delta = _counts[i] - before;
            if (delta < 0)
                return this;

            if (delta > 0)
                (indices[used], counts[used++]) = (_indices[i], delta);

            total += delta;
        }

        // Too much is left when a bucket of the older reading is gone: a reset that the total count hides.
        return total != Count - earlier.Count
            ? this
            : new(indices.AsSpan(0, used), counts.AsSpan(0, used), zeros, Sum - earlier.Sum, double.NaN, double.NaN);
    }

    private double Within(double value) =>
        value < Min ? Min : value > Max ? Max : value; // comparisons with NaN are false
}
