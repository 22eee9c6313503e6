namespace MoniGo.Dashboard;

/// <summary>One duration along the axis of a distribution.</summary>
/// <param name="At">Its place, in percent of the width.</param>
/// <param name="Text">What it is called.</param>
internal sealed record DistributionMark(double At, string Text);
