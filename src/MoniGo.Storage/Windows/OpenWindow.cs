using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The window of one series that rows are still added to.</summary>
internal struct OpenWindow
{
    private long _count;
    private double _last;
    private double _min;
    private double _max;
    private double _sum;
    private double _increase;

    /// <summary>Gets the end of the window in .NET ticks.</summary>
    public long End { get; private set; }

    /// <summary>Gets the number of ticks; 0 while nothing is open.</summary>
    public readonly long Count => _count;

    /// <summary>Adds at least one row, and the growth that came with it.</summary>
    public void Add(in RowSlice slice, long end, double increase)
    {
        var (count, min, max, sum) = slice.Bands switch
        {
            RowBands.Full => OfBands(slice),
            RowBands.LastOnly => OfLast(slice),
            _ => OfTicks(slice.Values),
        };

        (_min, _max) = _count == 0 ? (min, max) : (Math.Min(_min, min), Math.Max(_max, max));
        (_count, _sum, _increase) = (_count + count, _sum + sum, _increase + increase);
        (End, _last) = (end, slice.Values[^1]);
    }

    /// <summary>Makes the window.</summary>
    public readonly SampleWindow Close(ExponentialHistogram? histogram) =>
        new(new(End, TimeSpan.Zero), (int)Math.Min(_count, int.MaxValue), _last, _min, _max, _sum, _increase, histogram);

    private static (long Count, double Min, double Max, double Sum) OfTicks(ReadOnlySpan<double> values)
    {
        var (min, max, sum) = Reduction.MinMaxSum(values);
        return (values.Length, min, max, sum);
    }

    private static (long Count, double Min, double Max, double Sum) OfBands(in RowSlice slice) =>
    (
        Reduction.Sum(slice.Of(slice.Rows.Ticks)),
        Reduction.MinMaxSum(slice.Of(slice.Rows.Min)).Min,
        Reduction.MinMaxSum(slice.Of(slice.Rows.Max)).Max,
        Reduction.MinMaxSum(slice.Of(slice.Rows.Sum)).Sum
    );

    private static (long Count, double Min, double Max, double Sum) OfLast(in RowSlice slice)
    {
        var (min, max, _) = Reduction.MinMaxSum(slice.Values);
        var ticks = slice.Of(slice.Rows.Ticks);
        double sum = 0;
        for (var i = 0; i < ticks.Length; i++)
            sum += slice.Values[i] * ticks[i];

        return (Reduction.Sum(ticks), min, max, sum);
    }
}
