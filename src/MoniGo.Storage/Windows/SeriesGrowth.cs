using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Follows the cumulative value of one series and tells how it grew, across resets and restarts.</summary>
/// <remarks>
/// A counter that falls was reset and counts from zero. A new epoch alone is no reset of a counter: those of the machine, such as
/// bytes on the network, outlive the process. A histogram always belongs to the process and starts anew with its epoch.
/// A tick measured before one already seen (the clock was set back) adds nothing, so nothing is counted twice.
/// </remarks>
internal sealed class SeriesGrowth(InstrumentKind kind)
{
    private (long Epoch, long Sequence)? _newest;
    private double _value;
    private ExponentialHistogram? _last;
    private ExponentialHistogram? _taken;
    private ExponentialHistogram _beforeReset = ExponentialHistogram.Empty;

    /// <summary>Adds a tick and gives the growth since the one before; 0 for gauges.</summary>
    public double Add(in Sample sample, Snapshot tick, bool follows)
    {
        var measured = (tick.Epoch, tick.Sequence);
        if (kind == InstrumentKind.Gauge || measured.CompareTo(_newest ?? measured) < 0)
            return 0;

        var before = _newest is null ? follows ? 0 : sample.Value : IsReset(sample.Value, tick.Epoch) ? 0 : _value;
        FollowHistogram(sample.Histogram, before);
        (_newest, _value) = (measured, sample.Value);
        return sample.Value - before;
    }

    /// <summary>Takes what was recorded since the last taking; null when the series is no histogram.</summary>
    public ExponentialHistogram? TakeHistogram()
    {
        if (_last is null)
            return null;

        var recorded = _beforeReset.Merge(_last.Since(_taken));
        (_taken, _beforeReset) = (_last, ExponentialHistogram.Empty);
        return recorded;
    }

    /// <summary>Forgets what was recorded so far, which costs nothing: no difference is made of it.</summary>
    public void ForgetHistogram() => (_taken, _beforeReset) = (_last, ExponentialHistogram.Empty);

    private bool IsReset(double value, long epoch) => kind switch
    {
        InstrumentKind.Counter => value < _value,
        InstrumentKind.Histogram => value < _value || epoch != _newest?.Epoch,
        _ => false,
    };

    private void FollowHistogram(ExponentialHistogram? histogram, double before)
    {
        if (_newest is null)
            _taken = before == 0 ? null : histogram;
        else if (before == 0 && _last is not null)
            (_beforeReset, _taken) = (_beforeReset.Merge(_last.Since(_taken)), null);

        _last = histogram;
    }
}
