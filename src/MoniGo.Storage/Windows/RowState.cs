using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Where a cumulative series stood at one row.</summary>
/// <param name="Epoch">The run of the process.</param>
/// <param name="Sequence">The tick within it.</param>
/// <param name="Value">The value; of a histogram the number of recorded values.</param>
/// <param name="Histogram">The distribution; null for other kinds.</param>
internal readonly record struct RowState(long Epoch, long Sequence, double Value, ExponentialHistogram? Histogram);
