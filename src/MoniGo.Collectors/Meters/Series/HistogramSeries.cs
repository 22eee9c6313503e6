using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>A distribution: sum, extremes, and a count per bucket of <see cref="ExponentialBuckets"/>.</summary>
/// <remarks>
/// Budget: two atomic operations a measurement. Counts live in <see cref="BucketCounts"/>, which never moves one, so none is lost.
/// A measurement shows in its bucket last: whoever sees it there sees it in the sum too, and a total that has not changed
/// since the last tick means that the last histogram still holds.
/// </remarks>
internal class HistogramSeries(SeriesKey key) : LiveSeries(key)
{
    private readonly BucketCounts _counts = new();
    private long _zeros;
    private double _sum;
    private double _min = double.PositiveInfinity;
    private double _max = double.NegativeInfinity;
    private ExponentialHistogram _published = ExponentialHistogram.Empty;

    /// <summary>Gets what the last tick published.</summary>
    protected ExponentialHistogram Published => _published;

    public override void Record(long value) => Record((double)value);

    public override void Record(double value)
    {
        AtomicDouble.Add(ref _sum, value);
        if (value < _min)
            AtomicDouble.Lower(ref _min, value);

        if (value > _max)
            AtomicDouble.Raise(ref _max, value);

        if (value > 0)
            _counts.Increment(ExponentialBuckets.IndexOf(value));
        else
            Interlocked.Increment(ref _zeros);
    }

    public override void Publish(SnapshotBuilder builder)
    {
        if (_counts.Total() + Volatile.Read(ref _zeros) != _published.Count)
            _published = Freeze();

        builder.Add(Key, _published);
    }

    [SkipLocalsInit]
    private ExponentialHistogram Freeze()
    {
        Span<int> indices = stackalloc int[BucketCounts.Length];
        Span<long> counts = stackalloc long[BucketCounts.Length];
        var used = _counts.CopyTo(indices, counts);
        var zeros = Volatile.Read(ref _zeros);
        return new(
            indices[..used], counts[..used], zeros, Volatile.Read(ref _sum), Volatile.Read(ref _min), Volatile.Read(ref _max));
    }
}
