using Microsoft.Extensions.Logging;

namespace MoniGo;

/// <summary>How the log lines written during kept calls are kept with them.</summary>
/// <remarks>The host's log filters apply first; <c>Logging:MoniGo:LogLevel</c> sets those of MoniGo alone.</remarks>
public sealed class TracingLogOptions
{
    /// <summary>Gets or sets the lowest level that is kept; may change while running.</summary>
    /// <value>Default <see cref="LogLevel.Information"/>; <see cref="LogLevel.None"/> keeps no lines.</value>
    public LogLevel MinimumLevel { get; set; } = LogLevel.Information;

    /// <summary>Gets or sets how many lines are kept with one call; the first ones and the last.</summary>
    /// <value>Default 50; from 1 to 1 000.</value>
    public int MaxLines { get; set; } = 50;

    /// <summary>Gets or sets to how many characters a line is cut.</summary>
    /// <value>Default 1 000; from 50 to 10 000.</value>
    public int MaxLength { get; set; } = 1_000;
}
