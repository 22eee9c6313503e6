using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One window of a group: joins what its series did there, and reduces it to a point.</summary>
internal sealed class GroupWindow(SeriesQuery query)
{
    private HistogramAccumulator? _histograms;
    private List<ValueBand>? _each;
    private ValueBand _joined;
    private int _count;

    /// <summary>Adds one series.</summary>
    public void Add(in SampleWindow window)
    {
        if (window.Histogram is { } histogram && ReadsBuckets(query.InTime))
            (_histograms ??= new()).Add(histogram);
        else if (query.InTime != TimeReduction.Quantile)
            Join(Read(window), 1);
    }

    /// <summary>Adds what another group did in the same window.</summary>
    public void Add(GroupWindow other)
    {
        if (other._histograms is { } histograms)
            (_histograms ??= new()).Add(histograms.ToHistogram());

        foreach (var band in other._each ?? [])
            Join(band, 1);

        if (other._each is null && other._count > 0)
            Join(other._joined, other._count);
    }

    /// <summary>Reduces the window; the value is NaN where there is none.</summary>
    public SeriesPoint Reduce(DateTimeOffset time, double seconds)
    {
        var factor = query.InTime == TimeReduction.Rate ? query.Scale / seconds : query.Scale;
        var band = Reduce().Times(factor);
        return new(time, band.Value, band.Min, band.Max);
    }

    private static bool ReadsBuckets(TimeReduction inTime) =>
        inTime is TimeReduction.Mean or TimeReduction.Min or TimeReduction.Max or TimeReduction.Quantile;

    private ValueBand Reduce() =>
        _histograms is not null ? ValueBand.Of(Read(_histograms.ToHistogram()) ?? double.NaN)
        : _each is not null ? new(QuantileOf(band => band.Value), QuantileOf(band => band.Min), QuantileOf(band => band.Max))
        : _count == 0 ? ValueBand.None
        : query.Across == GroupReduction.Mean ? _joined.Times(1d / _count)
        : _joined;

    private ValueBand Read(in SampleWindow window) => query.InTime switch
    {
        TimeReduction.Last => new(window.Last, window.Min, window.Max),
        TimeReduction.Mean => new(window.Sum / window.Count, window.Min, window.Max),
        TimeReduction.Min => new(window.Min, window.Min, window.Max),
        TimeReduction.Max => new(window.Max, window.Min, window.Max),
        _ => ValueBand.Of(window.Increase),
    };

    private void Join(in ValueBand next, int count)
    {
        if (query.Across == GroupReduction.Quantile)
            (_each ??= []).Add(next);
        else
            _joined = _count == 0 ? next : Joined(next);

        _count += count;
    }

    private ValueBand Joined(in ValueBand next) => query.Across switch
    {
        GroupReduction.Min => _joined.With(next, Math.Min),
        GroupReduction.Max => _joined.With(next, Math.Max),
        _ => _joined.With(next, static (left, right) => left + right),
    };

    private double QuantileOf(Func<ValueBand, double> read)
    {
        double[] sorted = [.. _each!.Select(read).Order()];
        var rank = query.Quantile * (sorted.Length - 1);
        var below = (int)rank;
        return below + 1 < sorted.Length
            ? sorted[below] + ((rank - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }

    private double? Read(ExponentialHistogram merged) => query.InTime switch
    {
        TimeReduction.Mean => Distribution.Mean(merged),
        TimeReduction.Min => Distribution.Quantile(merged, 0),
        TimeReduction.Max => Distribution.Quantile(merged, 1),
        _ => Distribution.Quantile(merged, query.Quantile),
    };
}
