namespace MoniGo.Signals;

/// <summary>One exception of a group, as it was.</summary>
/// <param name="Time">When it was seen.</param>
/// <param name="Message">Its message, cut to a bounded length.</param>
/// <param name="Text">The exception with its inner ones and their stacks, cut to a bounded length.</param>
/// <param name="Where">The function, request or logger that it was seen in.</param>
/// <param name="TraceId">The trace it was thrown in; null without one.</param>
public sealed record ExceptionExample(DateTimeOffset Time, string Message, string Text, string Where, string? TraceId);
