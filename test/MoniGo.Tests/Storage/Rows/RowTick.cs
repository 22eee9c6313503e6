using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>One row of a source, spelled out for naive computations.</summary>
internal sealed record RowTick(long Time, long Epoch, long Sequence, IReadOnlyDictionary<SeriesKey, RowCell> Cells)
{
    public (long Time, long Epoch, long Sequence) Key => (Time, Epoch, Sequence);
}
