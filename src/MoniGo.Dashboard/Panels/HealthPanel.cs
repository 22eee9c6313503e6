using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>One score for the process: how much of its allowances is left.</summary>
internal static class HealthPanel
{
    // Grades as MoniGo gives them.
    private static readonly (double AtLeast, string Grade)[] Grades =
        [(90, "Excellent"), (85, "Good"), (70, "Satisfactory"), (50, "Fair"), (30, "Poor"), (0, "Critical")];

    /// <summary>Makes the panel.</summary>
    public static ScorePanel Create(HealthLimits limits) => new("health", "Health", reading => Judge(reading, limits))
    {
        About = "100 less the mean use of three allowances: CPU, memory and active work. One allowance exceeded is unhealthy whatever the mean says.",
        Empty = new("No verdict yet", "The first tick brings it."),
    };

    private static ScoreAnswer? Judge(PanelReading reading, HealthLimits limits)
    {
        var cpu = reading.Sum(ProcessInstruments.CpuUtilization.Name) * 100;
        var memory = reading.Sum(ProcessInstruments.MemoryUsage.Name) / MemoryTotal(reading) * 100;
        var work = reading.Sum(PlatformInstruments.PoolThreads) is null ? null : (double?)ActiveWork(reading);
        ScorePart?[] judged =
        [
            Part("CPU", cpu, limits.CpuPercent, " %"),
            Part("Memory", memory, limits.MemoryPercent, " %"),
            Part("Active work", work, limits.ActiveWork, ""),
        ];

        ScorePart[] parts = [.. judged.OfType<ScorePart>()];
        if (parts.Length == 0)
            return null;

        var score = Math.Max(0, Math.Round(100 - parts.Average(part => part.Share)));
        var tone = parts.Any(part => part.Tone == Tone.Bad) || score < 50 ? Tone.Bad : score < 70 ? Tone.Warn : Tone.Good;
        return new(score, Grades.First(grade => score >= grade.AtLeast).Grade, tone, [.. parts]);
    }

    private static double? MemoryTotal(PanelReading reading) =>
        reading.Sum(HostInstruments.ContainerMemoryLimit.Name) ?? reading.Sum(HostInstruments.MemoryTotal.Name);

    private static double ActiveWork(PanelReading reading) =>
        (reading.Sum(PlatformInstruments.PoolThreads) ?? 0)
        + (reading.Sum(PlatformInstruments.PoolQueue) ?? 0)
        + (reading.Sum(PlatformInstruments.ActiveRequests) ?? 0)
        + (reading.Sum(FunctionInstruments.Active.Name) ?? 0);

    private static ScorePart? Part(string label, double? usage, double limit, string unit)
    {
        if (usage is not { } used)
            return null;

        var share = Math.Round(used / limit * 100, 1);
        var tone = share > 100 ? Tone.Bad : share >= 80 ? Tone.Warn : Tone.Good;
        return new(label, string.Create(CultureInfo.InvariantCulture, $"{Unit.Write(used)} of {limit:0.#}{unit}"), Math.Min(share, 100), tone);
    }
}
