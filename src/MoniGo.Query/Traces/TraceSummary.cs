using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One kept trace in a list of many.</summary>
/// <param name="First">The first kept span, which stands for the trace.</param>
/// <param name="Spans">Number of kept spans.</param>
/// <param name="Failed">How many of them ended with an exception.</param>
/// <param name="Lines">Number of kept log lines.</param>
internal sealed record TraceSummary(Span First, int Spans, int Failed, int Lines);
