using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Builds the windows of one series from its ticks, which come in order of time.</summary>
internal sealed class SeriesWindowBuilder(SeriesKey series, TimeRange range, TimeSpan step)
{
    private readonly ImmutableArray<SampleWindow>.Builder _windows = ImmutableArray.CreateBuilder<SampleWindow>();
    private readonly SeriesGrowth _growth = new(series.Instrument.Kind);
    private SampleWindow _open;
    private bool _isInRange;

    /// <summary>Adds a tick.</summary>
    /// <param name="sample">The series' sample.</param>
    /// <param name="tick">The tick it belongs to.</param>
    /// <param name="follows">True when an earlier tick of the same run is known: a series first seen now began at zero.</param>
    public void Add(in Sample sample, Snapshot tick, bool follows)
    {
        var inRange = range.Contains(tick.Time);
        var end = WindowCutter.WindowEnd(tick.Time, step);
        if (_open.Count > 0 && (end != _open.End || !inRange))
            Close();

        if (inRange && !_isInRange)
            _growth.ForgetHistogram(); // recorded before the range

        _isInRange = inRange;
        var increase = _growth.Add(sample, tick, follows);
        if (inRange)
            _open = _open.Count == 0 ? Open(end, sample.Value, increase) : Extend(sample.Value, increase);
    }

    /// <summary>Closes the last window and gives all.</summary>
    public SeriesWindows Finish()
    {
        if (_open.Count > 0)
            Close();

        return new(series, _windows.ToImmutable());
    }

    private static SampleWindow Open(DateTimeOffset end, double value, double increase) =>
        new(end, 1, value, value, value, value, increase, null);

    private SampleWindow Extend(double value, double increase) => _open with
    {
        Count = _open.Count + 1,
        Last = value,
        Min = Math.Min(_open.Min, value),
        Max = Math.Max(_open.Max, value),
        Sum = _open.Sum + value,
        Increase = _open.Increase + increase,
    };

    private void Close()
    {
        _windows.Add(_open with { Histogram = _growth.TakeHistogram() });
        _open = default;
    }
}
