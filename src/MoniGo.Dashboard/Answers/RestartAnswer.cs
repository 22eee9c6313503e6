namespace MoniGo.Dashboard;

/// <summary>A start of the service, which charts mark.</summary>
/// <param name="Time">When, in seconds since 1970.</param>
/// <param name="Pid">Number of the process; null when the log does not say.</param>
/// <param name="Version">Version of the service; null when the log does not say.</param>
internal sealed record RestartAnswer(double Time, int? Pid, string? Version);
