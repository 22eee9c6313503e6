namespace MoniGo.Query;

/// <summary>One point of an answer, with the band of values it stands for.</summary>
/// <param name="Time">End of the window.</param>
/// <param name="Value">The reduced value.</param>
/// <param name="Min">Smallest tick value in the window, where the reduction has one; else <paramref name="Value"/>.</param>
/// <param name="Max">Largest tick value in the window, where the reduction has one; else <paramref name="Value"/>.</param>
internal readonly record struct SeriesPoint(DateTimeOffset Time, double Value, double Min, double Max);
