using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Writes the calls that are running.</summary>
internal static class RunningCalls
{
    /// <summary>Says where a call is: on a thread, or waiting.</summary>
    public static string StateOf(ActiveCall call) => call switch
    {
        { IsSuspended: true } => "awaiting",
        { ThreadId: { } thread } => $"on thread {Unit.Write(thread)}",
        _ => "running",
    };
}
