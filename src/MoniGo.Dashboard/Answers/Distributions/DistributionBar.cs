namespace MoniGo.Dashboard;

/// <summary>One bar of a distribution.</summary>
/// <param name="Height">Percent of the highest.</param>
/// <param name="Text">Which durations, and how many.</param>
internal sealed record DistributionBar(double Height, string Text);
