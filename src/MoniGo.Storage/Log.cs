using Microsoft.Extensions.Logging;

namespace MoniGo.Storage;

/// <summary>The log messages of this room; ids are stable and never used again (300-399).</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Warning, "Stored data is damaged and was left out: {What}")]
    public static partial void Damaged(ILogger logger, string what);

    [LoggerMessage(301, LogLevel.Warning, "The history is kept in memory for now: {Problem}")]
    public static partial void Unwritable(ILogger logger, string problem, Exception? failure);

    [LoggerMessage(302, LogLevel.Information, "The history is on disk again")]
    public static partial void Recovered(ILogger logger);

    [LoggerMessage(303, LogLevel.Error, "The upkeep of the history failed and is tried again")]
    public static partial void UpkeepFailed(ILogger logger, Exception failure);
}
