using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What one series shows in one row, in whole.</summary>
internal sealed record RowCell(double Last, long Ticks, double Min, double Max, double Sum, ExponentialHistogram? Histogram = null)
{
    public static RowCell Of(double value) => new(value, 1, value, value, value);

    public static RowCell Of(ExponentialHistogram value) => Of(value.Count) with { Histogram = value };
}
