using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>The cells of a heat map: how many values of each size there were in each stretch of time.</summary>
/// <param name="First">End of the first column, in seconds since 1970.</param>
/// <param name="Step">Seconds that a column is wide.</param>
/// <param name="Lowest">Lower bound of the lowest row, in the unit shown.</param>
/// <param name="Ratio">How many times its lower bound the upper bound of a row is.</param>
/// <param name="Rows">Number of rows, the smallest values in the first.</param>
/// <param name="Columns">The counts of each column, row by row up to its last value; empty where nothing was recorded.</param>
/// <param name="Top">The count of the deepest colour.</param>
/// <param name="Summary">The whole map in a sentence.</param>
/// <param name="Ticks">What the axis of sizes is marked with.</param>
internal sealed record HeatmapAnswer(
    double First,
    double Step,
    double Lowest,
    double Ratio,
    int Rows,
    ImmutableArray<ImmutableArray<long>> Columns,
    long Top,
    string Summary,
    ImmutableArray<HeatmapTick> Ticks);
