using System.Collections.Immutable;

namespace MoniGo.Signals;

/// <summary>One series of an answer, with its windows in ascending order.</summary>
/// <param name="Series">The series.</param>
/// <param name="Windows">Its windows; a gap in the data is a gap here.</param>
public sealed record SeriesWindows(SeriesKey Series, ImmutableArray<SampleWindow> Windows);
