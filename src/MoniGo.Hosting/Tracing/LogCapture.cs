using Microsoft.Extensions.Logging;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Where captured log lines and logged exceptions go, and which lines are captured; settings may change at any time.</summary>
internal sealed class LogCapture(LineRing lines, ExceptionGroups exceptions)
{
    public LineRing Lines { get; } = lines;

    public ExceptionGroups Exceptions { get; } = exceptions;

    /// <summary>Gets or sets the lowest level that is captured.</summary>
    public LogLevel MinimumLevel { get; set; } = LogLevel.Information;

    /// <summary>Gets or sets to how many characters a line is cut.</summary>
    public int MaxLength { get; set; } = 1_000;
}
