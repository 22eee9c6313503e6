using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Cuts windows the plain way, tick by tick and value by value: what fast code is compared with.</summary>
internal sealed class NaiveWindows(SeriesKey series, SampleQuery query)
{
    private readonly List<SampleWindow> _windows = [];
    private readonly InstrumentKind _kind = series.Instrument.Kind;
    private (long Epoch, long Sequence)? _newest;
    private double _value;
    private ExponentialHistogram? _histogram;
    private ExponentialHistogram? _taken;
    private ExponentialHistogram _beforeReset = ExponentialHistogram.Empty;
    private bool _wasInRange;

    /// <summary>Cuts ticks that come in order of time.</summary>
    public static Dictionary<SeriesKey, SampleWindow[]> Cut(IEnumerable<Snapshot> ticks, SampleQuery query)
    {
        var (all, epochs) = (new Dictionary<SeriesKey, NaiveWindows>(), new HashSet<long>());
        foreach (var tick in ticks)
        {
            foreach (var sample in tick.Find(query.Selector.Instrument)?.Samples ?? [])
            {
                if (!query.Selector.Matches(sample.Series.Tags))
                    continue;

                if (!all.TryGetValue(sample.Series, out var windows))
                    all[sample.Series] = windows = new(sample.Series, query);

                windows.Add(sample, tick, follows: epochs.Contains(tick.Epoch));
            }

            epochs.Add(tick.Epoch);
        }

        foreach (var windows in all.Values)
            windows.Close();

        return all.Where(pair => pair.Value._windows.Count > 0).ToDictionary(pair => pair.Key, pair => pair.Value._windows.ToArray());
    }

    /// <summary>Finds where the series stands after ticks in order of time; null when they do not show it.</summary>
    public static RowState? StateOf(SeriesKey series, IEnumerable<Snapshot> ticks) => (
        from tick in ticks
        where tick.Find(series.Instrument.Name, series.Tags) is not null
        let sample = tick.Find(series.Instrument.Name, series.Tags)!.Value
        orderby (tick.Epoch, tick.Sequence)
        select (RowState?)new RowState(tick.Epoch, tick.Sequence, sample.Value, sample.Histogram)).LastOrDefault();

    private void Add(Sample sample, Snapshot tick, bool follows)
    {
        var (isInRange, end) = (query.Range.Contains(tick.Time), EndOf(tick.Time));
        if (_windows.Count > 0 && (_windows[^1].End != end || !isInRange))
            Close();

        if (isInRange && !_wasInRange)
            (_taken, _beforeReset) = (_histogram, ExponentialHistogram.Empty); // recorded before the range

        _wasInRange = isInRange;
        var increase = Grow(sample, tick, follows);
        if (!isInRange)
            return;

        if (_windows.Count > 0 && _windows[^1].End == end)
            _windows[^1] = Extend(_windows[^1], sample.Value, increase);
        else
            _windows.Add(new(end, 1, sample.Value, sample.Value, sample.Value, sample.Value, increase, null));
    }

    private void Close()
    {
        if (_windows.Count == 0 || _histogram is null || _windows[^1].Histogram is not null)
            return;

        _windows[^1] = _windows[^1] with { Histogram = _beforeReset.Merge(_histogram.Since(_taken)) };
        (_taken, _beforeReset) = (_histogram, ExponentialHistogram.Empty);
    }

    private static SampleWindow Extend(SampleWindow window, double value, double increase) => new(
        window.End,
        window.Count + 1,
        value,
        Math.Min(window.Min, value),
        Math.Max(window.Max, value),
        window.Sum + value,
        window.Increase + increase,
        null);

    private DateTimeOffset EndOf(DateTimeOffset time)
    {
        if (query.Step == TimeSpan.Zero)
            return time;

        var end = DateTimeOffset.UnixEpoch + (Math.Floor((time - DateTimeOffset.UnixEpoch) / query.Step) * query.Step);
        return end < time ? end + query.Step : end;
    }

    private double Grow(Sample sample, Snapshot tick, bool follows)
    {
        if (_kind == InstrumentKind.Gauge || (_newest is { } newest && (tick.Epoch, tick.Sequence).CompareTo(newest) < 0))
            return 0;

        var isReset = _newest is { } last && (
            (_kind != InstrumentKind.UpDownCounter && sample.Value < _value) || (_kind == InstrumentKind.Histogram && last.Epoch != tick.Epoch));
        var before = _newest is null ? follows ? 0 : sample.Value : isReset ? 0 : _value;
        if (_newest is null)
            _taken = follows ? null : sample.Histogram;
        else if (isReset && _histogram is not null)
            (_beforeReset, _taken) = (_beforeReset.Merge(_histogram.Since(_taken)), null);

        (_newest, _value, _histogram) = ((tick.Epoch, tick.Sequence), sample.Value, sample.Histogram);
        return sample.Value - before;
    }
}
