using Microsoft.Extensions.Logging;

namespace MoniGo.AspNetCore;

/// <summary>The log messages of this room; ids are stable and never used again (200-299).</summary>
internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Information, "MoniGo at {Path} is open to everybody, as this is Development; elsewhere it needs a policy")]
    public static partial void OpenInDevelopment(ILogger logger, string path);

    [LoggerMessage(201, LogLevel.Warning, "MoniGo at {Path} has {Convention}(), which the host ignores: {Missing}() was not called")]
    public static partial void ConventionIgnored(ILogger logger, string path, string convention, string missing);
}
