namespace MoniGo.Signals;

/// <summary>One recorded value that stands for many, with the trace it was recorded in.</summary>
/// <param name="Value">The value, in the unit of its instrument.</param>
/// <param name="Time">When it was recorded.</param>
/// <param name="TraceId">W3C trace id, 32 lower-case hex digits.</param>
/// <param name="SpanId">W3C span id, 16 lower-case hex digits.</param>
public readonly record struct Exemplar(double Value, DateTimeOffset Time, string TraceId, string SpanId);
