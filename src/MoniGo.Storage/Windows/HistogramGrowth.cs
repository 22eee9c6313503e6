using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Tells what a cumulative histogram recorded, making distributions only where windows end.</summary>
internal sealed class HistogramGrowth
{
    private ExponentialHistogram? _last;
    private ExponentialHistogram? _taken;
    private ExponentialHistogram _beforeReset = ExponentialHistogram.Empty;
    private HistogramRows? _rows;
    private int _row;

    /// <summary>Starts at a distribution that was recorded before.</summary>
    public void Begin(ExponentialHistogram state) => (_last, _taken) = (state, state);

    /// <summary>Moves to a row and counts nothing that was recorded up to there.</summary>
    public void Pass(SeriesRows rows, int row)
    {
        Follow(rows, row);
        Settle();
        _taken = _last;
    }

    /// <summary>Moves to a row of the same life.</summary>
    public void Follow(SeriesRows rows, int row) => (_rows, _row) = (rows.Histograms, row);

    /// <summary>Ends a life: the next row counts from nothing.</summary>
    public void Reset()
    {
        Settle();
        if (_last is not null)
            _beforeReset = _beforeReset.Merge(_last.Since(_taken));

        _taken = null;
    }

    /// <summary>Makes the distribution of the row it stands at.</summary>
    public void Settle()
    {
        if (_rows is null)
            return;

        (_last, _rows) = (_rows.At(_row), null);
    }

    /// <summary>Takes what was recorded since the last taking.</summary>
    public ExponentialHistogram? Take()
    {
        Settle();
        if (_last is null)
            return null;

        var recorded = _beforeReset.Merge(_last.Since(_taken));
        (_taken, _beforeReset) = (_last, ExponentialHistogram.Empty);
        return recorded;
    }
}
