namespace MoniGo.Query;

/// <summary>One run of the service, as the event log tells it.</summary>
/// <param name="Started">When it began to be watched.</param>
/// <param name="ProcessId">Number of the process; empty where the log does not say.</param>
/// <param name="Version">Version of the service; empty where the log does not say.</param>
/// <param name="Stopped">When it stopped in order; null while it runs, and when it was cut off.</param>
/// <param name="IsCurrent">Whether it is the run that asks.</param>
internal sealed record ProcessRun(DateTimeOffset Started, string ProcessId, string Version, DateTimeOffset? Stopped, bool IsCurrent);
