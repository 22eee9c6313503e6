using Microsoft.Extensions.Logging;

namespace MoniGo.Tests;

/// <summary>Writes a log line the short way; in a test no delegate needs to be prepared for it.</summary>
internal static class LogWriting
{
    public static void Say(this ILogger logger, string line, LogLevel level = LogLevel.Information, Exception? exception = null) =>
        logger.Log(level, default, line, exception, static (line, _) => line);
}
