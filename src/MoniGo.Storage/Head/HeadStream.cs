using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The ticks of one stream in the head, and its series.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class HeadStream
{
    private readonly HeadDesk _desk;
    private readonly TickList _ticks = new();
    private readonly Dictionary<SeriesKey, HeadSeries> _bySeries = [];
    private readonly List<HeadSeries> _sorted = [];
    private HeadSeries? _first;
    private long _bytes;

    public HeadStream(HeadDesk desk) => _desk = desk;

    /// <summary>Gets the number of series.</summary>
    public int SeriesCount => _sorted.Count;

    /// <summary>Adds a tick.</summary>
    public void Add(Snapshot snapshot)
    {
        var row = _ticks.Count;
        _ticks.Add(snapshot.Time.UtcTicks, snapshot.Epoch, snapshot.Sequence);
        HeadSeries? before = null;
        foreach (var family in snapshot.Families)
        {
            foreach (ref readonly var sample in family.Samples.AsSpan())
            {
                if (SeriesOf(sample, before) is not { } series)
                    continue;

                if (series.Fits(sample))
                    series.Add(sample, row, _desk);

                before = series;
            }
        }

        Weigh();
    }

    /// <summary>Pictures the rows as they are now.</summary>
    public HeadPicture Picture(string? instrument)
    {
        var first = instrument is null ? 0 : FirstNotBefore(series => string.CompareOrdinal(series.Key.Instrument.Name, instrument));
        var end = first;
        while (end < _sorted.Count && (instrument is null || string.Equals(_sorted[end].Key.Instrument.Name, instrument, StringComparison.Ordinal)))
            end++;

        var series = new SeriesPicture[end - first];
        for (var i = 0; i < series.Length; i++)
            series[i] = _sorted[first + i].Picture();

        return new(_ticks.ToAxis(), _ticks.IsInOrder, series);
    }

    /// <summary>Finds the series of a sample, or makes it; null when the sample is none of its kind.</summary>
    /// <remarks>Ticks list the same instances in the same order nearly always, which spares hashing the tags.</remarks>
    private HeadSeries? SeriesOf(in Sample sample, HeadSeries? before)
    {
        var guess = before is null ? _first : before.Next;
        if (guess is not null && guess.Key.Equals(sample.Series))
            return guess;

        if (!_bySeries.TryGetValue(sample.Series, out var series))
        {
            if ((sample.Series.Instrument.Kind == InstrumentKind.Histogram) != (sample.Histogram is not null))
                return null;

            series = Begin(sample.Series);
        }

        if (before is null)
            _first = series;
        else
            before.Next = series;

        return series;
    }

    private HeadSeries Begin(SeriesKey key)
    {
        var series = _bySeries[key] = HeadSeries.Of(key, _sorted.Count, _desk);
        _sorted.Insert(FirstNotBefore(other => SeriesOrder.Instance.Compare(other.Key, key)), series);
        return series;
    }

    private int FirstNotBefore(Func<HeadSeries, int> compare)
    {
        var (low, high) = (0, _sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(_sorted[middle]) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Weigh()
    {
        var bytes = HeadWeight.Stream + _ticks.Bytes
            + ((long)HeadWeight.DictionaryEntry * _bySeries.Capacity) + ((long)HeadWeight.Reference * _sorted.Capacity);
        _desk.Bytes += bytes - _bytes;
        _bytes = bytes;
    }
}
