using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One window of a group: joins what its series did there, and reduces it to a point.</summary>
internal sealed class GroupWindow(SeriesQuery query)
{
    private HistogramAccumulator? _histograms;
    private (double Value, double Min, double Max) _joined;
    private int _count;

    /// <summary>Adds one series.</summary>
    public void Add(in SampleWindow window)
    {
        if (window.Histogram is { } histogram && query.InTime is TimeReduction.Mean or TimeReduction.Max or TimeReduction.Quantile)
            (_histograms ??= new()).Add(histogram);
        else if (query.InTime != TimeReduction.Quantile)
            Join(Read(window));
    }

    /// <summary>Reduces the window; the value is NaN where there is none.</summary>
    public SeriesPoint Reduce(DateTimeOffset time, double seconds)
    {
        var factor = query.InTime == TimeReduction.Rate ? query.Scale / seconds : query.Scale;
        if (_histograms is not null)
            return Point(time, Distribution(_histograms.ToHistogram()), factor);

        if (_count == 0)
            return Point(time, (double.NaN, double.NaN, double.NaN), factor);

        var share = query.Across == GroupReduction.Mean ? factor / _count : factor;
        return Point(time, _joined, share);
    }

    private static SeriesPoint Point(DateTimeOffset time, (double Value, double Min, double Max) band, double factor) =>
        new(time, band.Value * factor, band.Min * factor, band.Max * factor);

    private (double Value, double Min, double Max) Read(in SampleWindow window) => query.InTime switch
    {
        TimeReduction.Last => (window.Last, window.Min, window.Max),
        TimeReduction.Mean => (window.Sum / window.Count, window.Min, window.Max),
        TimeReduction.Max => (window.Max, window.Min, window.Max),
        _ => (window.Increase, window.Increase, window.Increase),
    };

    private void Join((double Value, double Min, double Max) next)
    {
        _joined = _count++ == 0 ? next
            : query.Across == GroupReduction.Max
                ? (Math.Max(_joined.Value, next.Value), Math.Max(_joined.Min, next.Min), Math.Max(_joined.Max, next.Max))
                : (_joined.Value + next.Value, _joined.Min + next.Min, _joined.Max + next.Max);
    }

    private (double Value, double Min, double Max) Distribution(ExponentialHistogram merged)
    {
        var value = query.InTime switch
        {
            TimeReduction.Mean => merged.Mean,
            TimeReduction.Max => merged.Quantile(1),
            _ => merged.Quantile(query.Quantile),
        };
        return (value, value, value);
    }
}
