using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>A distribution as bars on a logarithmic axis; places and heights in percent of the drawing.</summary>
/// <param name="Bars">The bars, shortest durations first, all of one width and side by side.</param>
/// <param name="Marks">Durations that stand out: percentiles.</param>
/// <param name="Ticks">Durations that people count in, along the axis.</param>
/// <param name="Summary">All of it in words.</param>
internal sealed record DistributionAnswer(
    ImmutableArray<DistributionBar> Bars, ImmutableArray<DistributionMark> Marks, ImmutableArray<DistributionMark> Ticks, string Summary);
