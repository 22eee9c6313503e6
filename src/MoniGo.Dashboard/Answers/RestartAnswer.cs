using System.Globalization;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>A start of the service, which charts mark.</summary>
/// <param name="Time">When, in seconds since 1970.</param>
/// <param name="Pid">Number of the process; null when the log does not say.</param>
/// <param name="Version">Version of the service; null when the log does not say.</param>
internal sealed record RestartAnswer(double Time, int? Pid, string? Version)
{
    /// <summary>Tells the start of a run.</summary>
    public static RestartAnswer Of(ProcessRun run) => new(
        run.Started.ToUnixTimeMilliseconds() / 1000d,
        int.TryParse(run.ProcessId, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null,
        run.Version.Length > 0 ? run.Version : null);
}
