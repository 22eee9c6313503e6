using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The cumulative distributions of one histogram series, one per row, as columns.</summary>
/// <remarks>Not thread-safe. Counts stand bucket by bucket: that of bucket <c>b</c> in row <c>i</c> is <c>Counts[b * Count + i]</c>.</remarks>
internal sealed class HistogramRows
{
    /// <summary>Gets the number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the indices of the buckets that hold something in any row, ascending.</summary>
    public int[] Buckets { get; private set; } = [];

    /// <summary>Gets the counts, bucket by bucket.</summary>
    public long[] Counts { get; private set; } = [];

    /// <summary>Gets the number of recorded values that were zero or negative.</summary>
    public long[] Zeros { get; private set; } = [];

    public double[] Sum { get; private set; } = [];

    /// <summary>Gets the smallest recorded value; NaN when unknown.</summary>
    public double[] Min { get; private set; } = [];

    /// <summary>Gets the largest recorded value; NaN when unknown.</summary>
    public double[] Max { get; private set; } = [];

    /// <summary>Makes room for a number of rows of the given buckets; all counts are zero.</summary>
    public void Begin(int count, int[] buckets)
    {
        (Count, Buckets) = (count, buckets);
        var cells = checked(count * buckets.Length);
        if (Counts.Length < cells)
            Counts = new long[cells];
        else
            Array.Clear(Counts, 0, cells);

        if (Zeros.Length >= count)
            return;

        (Zeros, Sum, Min, Max) = (new long[count], new double[count], new double[count], new double[count]);
    }

    /// <summary>Makes room for a number of rows; the array of buckets stays the same while they do.</summary>
    public void BeginWith(int count, ReadOnlySpan<long> buckets)
    {
        if (IsOf(buckets))
        {
            Begin(count, Buckets);
            return;
        }

        var indices = new int[buckets.Length];
        for (var b = 0; b < indices.Length; b++)
            indices[b] = (int)buckets[b];

        Begin(count, indices);
    }

    /// <summary>Gets the counts of one bucket over all rows.</summary>
    public Span<long> CountsOf(int bucket) => Counts.AsSpan(bucket * Count, Count);

    /// <summary>Makes the distribution of one row, as it was appended.</summary>
    public ExponentialHistogram At(int row)
    {
        Span<int> indices = Buckets.Length <= 512 ? stackalloc int[Buckets.Length] : new int[Buckets.Length];
        Span<long> counts = Buckets.Length <= 512 ? stackalloc long[Buckets.Length] : new long[Buckets.Length];
        var used = 0;
        for (var b = 0; b < Buckets.Length; b++)
        {
            if (Counts[(b * Count) + row] is not 0 and var held)
                (indices[used], counts[used++]) = (Buckets[b], held);
        }

        return new(indices[..used], counts[..used], Zeros[row], Sum[row], Min[row], Max[row]);
    }

    private bool IsOf(ReadOnlySpan<long> buckets)
    {
        if (buckets.Length != Buckets.Length)
            return false;

        for (var b = 0; b < buckets.Length; b++)
        {
            if (buckets[b] != Buckets[b])
                return false;
        }

        return true;
    }
}
