namespace MoniGo.Signals;

/// <summary>One tier of a store: its ticks, or their roll-up in coarser windows.</summary>
/// <param name="Name">Short name, such as <c>raw</c> or <c>minute</c>.</param>
/// <param name="Step">Width of a window; zero for ticks.</param>
/// <param name="Retention">How long it is kept at most.</param>
/// <param name="Bytes">Bytes in use.</param>
/// <param name="Segments">Number of segments.</param>
/// <param name="Oldest">Time of its oldest row; null when empty.</param>
public sealed record TierStatus(
    string Name, TimeSpan Step, TimeSpan Retention, long Bytes, int Segments, DateTimeOffset? Oldest);
