namespace MoniGo.Dashboard;

/// <summary>What a tile says.</summary>
/// <param name="Text">The number.</param>
/// <param name="Unit">What follows it.</param>
/// <param name="Detail">The small line under it; null for none.</param>
/// <param name="Tone">How it stands; null where there is nothing to judge.</param>
internal sealed record TileAnswer(string Text, string Unit, string? Detail = null, Tone? Tone = null);
