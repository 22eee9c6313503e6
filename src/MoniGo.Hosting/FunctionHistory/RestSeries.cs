using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>One series of the functions that have none of their own.</summary>
internal sealed class RestSeries(SeriesKey key)
{
    private readonly HistogramAccumulator _histogram = new();
    private ExponentialHistogram _told = ExponentialHistogram.Empty;
    private double _value;
    private bool _isChanged;

    /// <summary>Gets its sample; a histogram that did not change is the same instance as before.</summary>
    public Sample Told
    {
        get
        {
            if (key.Instrument.Kind != InstrumentKind.Histogram)
                return new(key, _value);

            if (_isChanged)
                _told = _histogram.ToHistogram();

            _isChanged = false;
            return new(key, _told.Count, _told);
        }
    }

    /// <summary>Begins a tick: what is momentary is added up anew.</summary>
    public void Begin()
    {
        if (key.Instrument.Kind is InstrumentKind.UpDownCounter or InstrumentKind.Gauge)
            _value = 0;
    }

    public void Add(in Sample sample, Sample? before)
    {
        switch (key.Instrument.Kind)
        {
            case InstrumentKind.Histogram:
                AddHistogram(sample.Histogram!, before?.Histogram);
                break;
            case InstrumentKind.Counter:
                _value += sample.Value < before?.Value ? sample.Value : sample.Value - (before?.Value ?? 0);
                break;
            default:
                _value += sample.Value;
                break;
        }
    }

    private void AddHistogram(ExponentialHistogram now, ExponentialHistogram? before)
    {
        if (ReferenceEquals(now, before))
            return;

        _histogram.Add(now.Since(before));
        _isChanged = true;
    }
}
