using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>One log line of a trace and the span it was written in.</summary>
internal readonly record struct TraceLine(LogLine Line, Span Span);
