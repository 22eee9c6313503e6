using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Adds up the functions that have no history of their own.</summary>
/// <remarks>
/// What is cumulative grows by what each function has grown since its last tick, so the sum never falls when one leaves it. Not
/// thread-safe.
/// </remarks>
internal sealed class FunctionRest
{
    private readonly Dictionary<string, Dictionary<SeriesKey, RestSeries>> _sums = new(StringComparer.Ordinal);
    private Dictionary<SeriesKey, Part> _last = [];
    private Dictionary<SeriesKey, Part> _now = [];

    /// <summary>Begins a tick; functions that were not in the last one are forgotten.</summary>
    public void Begin()
    {
        (_last, _now) = (_now, _last);
        _now.Clear();
        foreach (var series in _sums.Values.SelectMany(sums => sums.Values))
            series.Begin();
    }

    /// <summary>Adds what a series has grown by since the last tick; all of it when it was not there.</summary>
    public void Add(in Sample sample)
    {
        var isKnown = _last.TryGetValue(sample.Series, out var last);
        var sum = isKnown ? last.Sum : SumOf(sample.Series);
        sum.Add(sample, isKnown ? last.Sample : null);
        _now[sample.Series] = new(sample, sum);
    }

    /// <summary>Takes a series in: only what it grows by from here on counts.</summary>
    public void CountFrom(in Sample sample) => _now[sample.Series] = new(sample, SumOf(sample.Series));

    /// <summary>Gives the sums of an instrument.</summary>
    public IEnumerable<Sample> Of(InstrumentInfo instrument) =>
        _sums.TryGetValue(instrument.Name, out var sums) ? sums.Values.Select(sum => sum.Told) : [];

    private RestSeries SumOf(SeriesKey series)
    {
        if (!_sums.TryGetValue(series.Instrument.Name, out var sums))
            _sums[series.Instrument.Name] = sums = [];

        var key = new SeriesKey(series.Instrument, series.Tags.With(FunctionInstruments.Function, FunctionTable.Other));
        if (!sums.TryGetValue(key, out var sum))
            sums[key] = sum = new(key);

        return sum;
    }

    // The sum is remembered with the part: finding it makes a key, too dear for ten thousand functions a tick.
    private readonly record struct Part(Sample Sample, RestSeries Sum);
}
