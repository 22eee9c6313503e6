namespace MoniGo.Signals;

/// <summary>One line of the application's log, kept with the span it was written in.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Level">Its level by name: <c>Trace</c>, <c>Debug</c>, <c>Information</c>, <c>Warning</c>, <c>Error</c>, <c>Critical</c>.</param>
/// <param name="Category">Category of the logger.</param>
/// <param name="Message">The line, cut to a bounded length.</param>
public readonly record struct LogLine(DateTimeOffset Time, string Level, string Category, string Message);
