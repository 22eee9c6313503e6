using Microsoft.Extensions.Logging;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Checks the options of function tracing against their ranges.</summary>
internal static class TracingOptionsRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static void Check(TracingOptions options, OptionFailures failures)
    {
        failures.Range("Tracing:MaxFunctions", options.MaxFunctions, 1, 100_000);
        failures.Range("Tracing:SamplingRate", options.SamplingRate, 0, TraceSettings.MaxSamplingRate);
        if (options.SlowCallThreshold is { } threshold)
            failures.Range("Tracing:SlowCallThreshold", threshold, Shortest, Longest);

        failures.Range("Tracing:SlowCallFloor", options.SlowCallFloor, Shortest, Longest);
        failures.Names("Tracing:Sources", options.Sources, "an activity source's name or pattern");
        failures.Word<LogLevel>("Tracing:Logs:MinimumLevel", options.Logs.MinimumLevel);
        failures.Range("Tracing:Logs:MaxLines", options.Logs.MaxLines, 1, 1_000);
        failures.Range("Tracing:Logs:MaxLength", options.Logs.MaxLength, 50, 10_000);
    }
}
