using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Neighbouring distributions of one series as the differences between them.</summary>
/// <remarks>
/// Not thread-safe. A distribution that is the instance of the row before costs nothing, another some ten bytes and one per changed
/// bucket. An entry is: rows since the entry before (0 replaces its row), which of sum, min, max and zeros changed, those, then the
/// changed buckets as distances and differences. The first row is the difference to an empty distribution.
/// </remarks>
internal sealed class HistogramLog
{
    private byte[] _bytes = [];
    private int _length;
    private int _row;
    private ExponentialHistogram _last = ExponentialHistogram.Empty;

    public HistogramLog(HeadDesk desk) => desk.Bytes += HeadWeight.HistogramLog;

    /// <summary>Gets the buckets that were ever used, ascending; the array is replaced and never changed.</summary>
    public int[] Buckets { get; private set; } = [];

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Adds the distribution of a row, which is that of the last entry or one behind it.</summary>
    public void Add(int row, ExponentialHistogram histogram, HeadDesk desk)
    {
        if (ReferenceEquals(histogram, _last))
            return;

        desk.Writer.Clear();
        desk.Writer.Varint(row - _row);
        HistogramDifference.Write(_last, histogram, desk.Writer);
        NoteBuckets(histogram, desk);
        Keep(desk);
        desk.Bytes += Weigh(histogram) - Weigh(_last);
        (_row, _last) = (row, histogram);
    }

    /// <summary>Forgets the rows, and the memory too: it is full only before the next time, and on average half of it would lie idle.</summary>
    public void Clear(HeadDesk desk)
    {
        desk.Bytes -= Weigh(_last);
        _bytes = desk.Drop(_bytes, 1);
        (_length, _row, _last) = (0, 0, ExponentialHistogram.Empty);
    }

    /// <summary>Writes the rows of a log into columns that have room for them and know the buckets.</summary>
    public static void Read(ReadOnlySpan<byte> log, int count, SeriesRows into, int at)
    {
        var columns = new HistogramColumns(into.Histograms!, into.Last, at);
        var reader = new ByteReader(log);
        var row = at;
        while (reader.Left > 0)
        {
            row += reader.Varint(count);
            columns.Change(row, ref reader);
        }

        columns.FillTo(at + count);
    }

    private static long Weigh(ExponentialHistogram histogram) =>
        ReferenceEquals(histogram, ExponentialHistogram.Empty) ? 0 : HeadWeight.Of(histogram);

    private void Keep(HeadDesk desk)
    {
        var length = _length + desk.Writer.Length;
        if (_bytes.Length < length)
            _bytes = desk.Grow(_bytes, Math.Max(length, _bytes.Length + (_bytes.Length / 2)), 1);

        desk.Writer.Written.CopyTo(_bytes.AsSpan(_length));
        _length = length;
    }

    private void NoteBuckets(ExponentialHistogram histogram, HeadDesk desk)
    {
        // Mostly there is nothing new, so that one walk side by side decides.
        var at = 0;
        foreach (var index in histogram.Indices)
        {
            while (at < Buckets.Length && Buckets[at] < index)
                at++;

            if (at == Buckets.Length || Buckets[at] != index)
            {
                desk.Bytes -= Buckets.Length * sizeof(int);
                Buckets = [.. Buckets.Union(histogram.Indices.ToArray()).Order()];
                desk.Bytes += Buckets.Length * sizeof(int);
                return;
            }
        }
    }
}
