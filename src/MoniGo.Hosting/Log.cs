using Microsoft.Extensions.Logging;

namespace MoniGo.Hosting;

/// <summary>The log messages of this room; ids are stable and never used again (100-199).</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Error, "Operation {Kind} {Id} failed")]
    public static partial void OperationFailed(ILogger logger, string kind, string id, Exception failure);

    [LoggerMessage(101, LogLevel.Error, "The audit entry {Action} on {Subject} could not be kept")]
    public static partial void AuditFailed(ILogger logger, string action, string subject, Exception failure);

    [LoggerMessage(102, LogLevel.Error, "MoniGo stopped collecting; the application goes on without it")]
    public static partial void CollectingFailed(ILogger logger, Exception failure);

    [LoggerMessage(103, LogLevel.Warning, "The store refused a snapshot: {Reason}")]
    public static partial void AppendRefused(ILogger logger, string reason);

    [LoggerMessage(105, LogLevel.Warning, "MoniGo goes on with the options it has, as the reloaded ones are not valid: {Problem}")]
    public static partial void ReloadRefused(ILogger logger, string problem, Exception failure);

    [LoggerMessage(104, LogLevel.Error, "The store failed to take a snapshot")]
    public static partial void AppendFailed(ILogger logger, Exception failure);

    [LoggerMessage(106, LogLevel.Error, "The store could not be opened; the history is kept in memory")]
    public static partial void StoreNotOpened(ILogger logger, Exception failure);

    [LoggerMessage(108, LogLevel.Warning, "{Problem}")]
    public static partial void PortInTrouble(ILogger logger, string problem);

    [LoggerMessage(109, LogLevel.Warning, "The exception groups could not be read or kept; they are held in memory")]
    public static partial void ExceptionGroupsNotKept(ILogger logger, Exception failure);

    [LoggerMessage(107, LogLevel.Warning, "The entry {Action} of the event log could not be kept")]
    public static partial void LifecycleFailed(ILogger logger, string action, Exception failure);
}
