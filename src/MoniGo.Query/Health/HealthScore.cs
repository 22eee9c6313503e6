using System.Collections.Immutable;
using System.Globalization;

namespace MoniGo.Query;

/// <summary>MoniGo's health formula: 100 less the mean use of what is allowed, 0 above the whole allowance.</summary>
/// <remarks>Pure and thread-safe. Graded and worded here only.</remarks>
internal static class HealthScore
{
    /// <summary>Scores the service by its CPU and memory, in percent of what is available to it, and by its active work.</summary>
    public static HealthReading Service(double? cpuPercent, double? memoryPercent, double? activeWork, HealthThresholds thresholds) =>
        Rate("Service", [Cpu(cpuPercent, thresholds), Memory(memoryPercent, thresholds), new("Active Work", activeWork, thresholds.MaxActiveWork, "")]);

    /// <summary>Scores the machine by its CPU and memory, in percent.</summary>
    public static HealthReading System(double? cpuPercent, double? memoryPercent, HealthThresholds thresholds) =>
        Rate("System", [Cpu(cpuPercent, thresholds), Memory(memoryPercent, thresholds)]);

    /// <summary>Finds the grade that a percentage stands for.</summary>
    public static HealthGrade GradeOf(double percent) => percent switch
    {
        >= 90 => HealthGrade.Excellent,
        >= 85 => HealthGrade.Good,
        >= 70 => HealthGrade.Satisfactory,
        >= 50 => HealthGrade.Fair,
        >= 30 => HealthGrade.Poor,
        _ => HealthGrade.Critical,
    };

    private static HealthResource Cpu(double? percent, HealthThresholds thresholds) => new("CPU Usage", percent, thresholds.MaxCpuUsage, "%");

    private static HealthResource Memory(double? percent, HealthThresholds thresholds) => new("Memory Usage", percent, thresholds.MaxMemoryUsage, "%");

    private static HealthReading Rate(string subject, ImmutableArray<HealthResource> resources)
    {
        if (resources.Any(resource => resource.Usage is null))
            return Unknown(subject, resources);

        var load = resources.Average(resource => resource.Allowance!.Value);
        var percent = load > 100 ? 0 : Math.Round(100 - load, 2, MidpointRounding.AwayFromZero);
        var grade = GradeOf(percent);
        var healthy = !resources.Any(resource => resource.IsOver);
        var verdict = healthy ? "is within limits" : "exceeds allowed limits";
        return new(percent, healthy, grade, $"[{grade}] {Sentence(grade)}", $"{subject} usage {verdict}: {Text(resources)}", resources);
    }

    private static HealthReading Unknown(string subject, ImmutableArray<HealthResource> resources)
    {
        var missing = string.Join(", ", from resource in resources where resource.Usage is null select resource.Name);
        var message = $"{subject} health is unknown: no reading of {missing}.";
        return new(0, false, HealthGrade.Critical, message, message, resources, IsKnown: false);
    }

    private static string Text(ImmutableArray<HealthResource> resources) =>
        string.Join(", ", from resource in resources select Text(resource));

    private static string Text(HealthResource resource) => resource.Unit == "%"
        ? string.Create(CultureInfo.InvariantCulture, $"{resource.Name} {resource.Usage:F2}% / {resource.Limit:F2}%")
        : string.Create(CultureInfo.InvariantCulture, $"{resource.Name} {resource.Usage:F2} / {resource.Limit}");

    private static string Sentence(HealthGrade grade) => grade switch
    {
        HealthGrade.Excellent => "There is ample room in every direction.",
        HealthGrade.Good => "Use is moderate and there is room to grow.",
        HealthGrade.Satisfactory => "Use is noticeable but well within what is allowed.",
        HealthGrade.Fair => "A good part of what is allowed is in use; keep an eye on it.",
        HealthGrade.Poor => "Most of what is allowed is in use; find out what needs it.",
        _ => "Hardly anything is left of what is allowed; act now.",
    };
}
