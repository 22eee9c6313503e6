namespace MoniGo.Dashboard;

/// <summary>A mark on the axis of sizes.</summary>
/// <param name="Text">The size.</param>
/// <param name="At">Where, in percent of the height from the top.</param>
internal sealed record HeatmapTick(string Text, double At);
