namespace MoniGo.Signals;

/// <summary>A question to a sample store.</summary>
/// <param name="Stream">The stream to read.</param>
/// <param name="Selector">The series to read.</param>
/// <param name="Range">The time to read.</param>
/// <param name="Step">Width of a window; zero reads every tick as its own window.</param>
public sealed record SampleQuery(StreamId Stream, SeriesSelector Selector, TimeRange Range, TimeSpan Step);
