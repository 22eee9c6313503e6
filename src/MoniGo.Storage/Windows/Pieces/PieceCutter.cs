using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Cuts the axes of sources into pieces, once for all series of a query.</summary>
/// <remarks>Not thread-safe. Sources must come in order of time: what was seen of a process before decides what follows.</remarks>
internal sealed class PieceCutter(TimeRange range, TimeSpan step)
{
    private readonly HashSet<long> _epochs = [];
    private readonly long _start = range.Start.UtcTicks;
    private readonly long _end = range.End.UtcTicks;

    /// <summary>Cuts the rows of the next source; those behind the range are left out.</summary>
    public RowPiece[] Cut(RowAxis axis)
    {
        var pieces = new List<RowPiece>();
        foreach (var run in axis.Runs)
        {
            if (run.FirstRow < axis.Count && axis.Times[run.FirstRow] <= _end)
                Cut(axis.Times.AsSpan(0, run.End), run, pieces);
        }

        return [.. pieces];
    }

    private void Cut(ReadOnlySpan<long> times, RowRun run, List<RowPiece> pieces)
    {
        var follows = _epochs.Add(run.Epoch) ? run.FirstRow + 1 : run.FirstRow;
        for (var row = run.FirstRow; row < times.Length && times[row] <= _end;)
        {
            var window = times[row] <= _start ? RowPiece.BeforeRange : RowWindows.End(times[row], step.Ticks);
            var last = window == RowPiece.BeforeRange ? _start : Math.Min(window, _end);
            while (row < times.Length && times[row] <= last)
                row++;

            pieces.Add(new(row, run, window, follows));
        }
    }
}
