using MoniGo.Query;

namespace MoniGo.Hosting;

/// <summary>Brings the options into the form that the health formula takes.</summary>
internal static class HealthLimits
{
    public static HealthThresholds ToThresholds(this HealthOptions options) =>
        new(options.MaxCpuUsage, options.MaxMemoryUsage, options.MaxActiveWork);
}
