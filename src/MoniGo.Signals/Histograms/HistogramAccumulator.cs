namespace MoniGo.Signals;

/// <summary>Adds up histograms and single values, then gives the total.</summary>
/// <remarks>Not thread-safe. Holds one dense window of counts between the lowest and highest bucket seen, at most 16 KiB.</remarks>
public sealed class HistogramAccumulator
{
    private long[] _window = [];
    private int _first;
    private long _zeroCount;
    private double _sum;
    private double _min = double.NaN;
    private double _max = double.NaN;

    /// <summary>Records one value; NaN is ignored.</summary>
    public void Record(double value)
    {
        if (double.IsNaN(value))
            return;

        if (value > 0)
            AddBucket(ExponentialBuckets.IndexOf(value), 1);
        else
            _zeroCount++;

        AddSummary(value, value, value);
    }

    /// <summary>Adds a whole distribution.</summary>
    public void Add(ExponentialHistogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        for (var i = 0; i < histogram.Indices.Length; i++)
            AddBucket(histogram.Indices[i], histogram.Counts[i]);

        _zeroCount += histogram.ZeroCount;
        AddSummary(histogram.Sum, histogram.Min, histogram.Max);
    }

    /// <summary>Adds <paramref name="count"/> values to one bucket without touching sum, minimum and maximum.</summary>
    public void AddBucket(int index, long count)
    {
        if ((uint)(index - _first) >= (uint)_window.Length)
            Grow(index);

        _window[index - _first] += count;
    }

    /// <summary>Adds values that were zero or negative.</summary>
    public void AddZeros(long count) => _zeroCount += count;

    /// <summary>Adds to the sum and widens minimum and maximum; NaN bounds say "unknown" and change nothing.</summary>
    public void AddSummary(double sum, double min, double max)
    {
        _sum += sum;
        _min = double.IsNaN(_min) || min < _min ? min : _min;
        _max = double.IsNaN(_max) || max > _max ? max : _max;
    }

    /// <summary>Makes the total; the accumulator may go on.</summary>
    public ExponentialHistogram ToHistogram()
    {
        Span<int> indices = stackalloc int[_window.Length];
        Span<long> counts = new long[_window.Length];
        var used = 0;
        for (var i = 0; i < _window.Length; i++)
        {
            if (_window[i] > 0)
                (indices[used], counts[used++]) = (_first + i, _window[i]);
        }

        return used == 0 && _zeroCount == 0
            ? ExponentialHistogram.Empty
            : new(indices[..used], counts[..used], _zeroCount, _sum, _min, _max);
    }

    /// <summary>Forgets everything and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_window);
        (_zeroCount, _sum, _min, _max) = (0, 0, double.NaN, double.NaN);
    }

    private void Grow(int index)
    {
        // Whole octaves, so that neighbouring values do not grow the window one bucket at a time.
        var lowest = _window.Length == 0 ? index : Math.Min(_first, index);
        var highest = _window.Length == 0 ? index : Math.Max(_first + _window.Length - 1, index);
        lowest = lowest >> ExponentialBuckets.Scale << ExponentialBuckets.Scale;
        highest |= ExponentialBuckets.PerOctave - 1;
        var grown = new long[highest - lowest + 1];
        _window.CopyTo(grown, _window.Length == 0 ? 0 : _first - lowest);
        (_window, _first) = (grown, lowest);
    }
}
