namespace MoniGo.Storage;

/// <summary>Turns differences of distributions back into columns.</summary>
internal sealed class HistogramColumns
{
    private readonly HistogramRows _rows;
    private readonly double[] _totals;
    private readonly long[] _counts;
    private readonly int[] _filled; // per bucket, the rows that have their count
    private int _row;
    private long _total;
    private long _zeros;
    private double _sum;
    private double _min = double.NaN;
    private double _max = double.NaN;

    /// <summary>Starts at a row with an empty distribution.</summary>
    /// <param name="rows">Room for the rows; knows the buckets.</param>
    /// <param name="totals">Room for the number of recorded values.</param>
    /// <param name="at">The first row.</param>
    public HistogramColumns(HistogramRows rows, double[] totals, int at)
    {
        (_rows, _totals, _row) = (rows, totals, at);
        (_counts, _filled) = (new long[rows.Buckets.Length], new int[rows.Buckets.Length]);
        Array.Fill(_filled, at);
    }

    /// <summary>Reads what <see cref="HistogramDifference"/> wrote; it holds from a row on.</summary>
    public void Change(int row, ref ByteReader reader)
    {
        FillSummariesTo(row);
        var changes = reader.Byte();
        _sum = (changes & HistogramDifference.Sum) != 0 ? reader.Double() : _sum;
        _min = (changes & HistogramDifference.Min) != 0 ? reader.Double() : _min;
        _max = (changes & HistogramDifference.Max) != 0 ? reader.Double() : _max;
        var zeros = (changes & HistogramDifference.Zeros) != 0 ? reader.Zigzag() : 0;
        (_zeros, _total) = (_zeros + zeros, _total + zeros);
        ChangeBuckets(row, ref reader);
    }

    /// <summary>Lets the last distribution hold up to a row.</summary>
    public void FillTo(int end)
    {
        FillSummariesTo(end);
        for (var b = 0; b < _counts.Length; b++)
            FillBucketTo(b, end);
    }

    private void ChangeBuckets(int row, ref ByteReader reader)
    {
        var bucket = 0;
        var index = (long)int.MinValue - 1;
        while (reader.Byte() is not HistogramDifference.End and var first)
        {
            var isLarge = first == HistogramDifference.Large;
            index += isLarge ? (long)reader.Varint() : first >> 4;
            while (_rows.Buckets[bucket] < index)
                bucket++;

            FillBucketTo(bucket, row);
            var change = isLarge ? reader.Zigzag() : first & HistogramDifference.MostSmall;
            (_counts[bucket], _total) = (_counts[bucket] + change, _total + change);
        }
    }

    private void FillBucketTo(int bucket, int row)
    {
        _rows.CountsOf(bucket)[_filled[bucket]..row].Fill(_counts[bucket]);
        _filled[bucket] = row;
    }

    private void FillSummariesTo(int row)
    {
        var from = _row;
        _rows.Zeros.AsSpan(from, row - from).Fill(_zeros);
        _rows.Sum.AsSpan(from, row - from).Fill(_sum);
        _rows.Min.AsSpan(from, row - from).Fill(_min);
        _rows.Max.AsSpan(from, row - from).Fill(_max);
        _totals.AsSpan(from, row - from).Fill(_total);
        _row = row;
    }
}
