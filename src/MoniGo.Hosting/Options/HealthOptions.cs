namespace MoniGo;

/// <summary>The limits behind the health score.</summary>
public sealed class HealthOptions
{
    /// <summary>Gets or sets the CPU use that counts as full, in percent of the CPUs available.</summary>
    /// <value>Default 95; from 1 to 100.</value>
    public double MaxCpuUsage { get; set; } = 95;

    /// <summary>Gets or sets the memory use that counts as full, in percent of the memory available.</summary>
    /// <value>Default 95; from 1 to 100.</value>
    public double MaxMemoryUsage { get; set; } = 95;

    /// <summary>Gets or sets how many requests, traced calls and queued work items at once count as full.</summary>
    /// <value>Default 100; from 1 to 1 000 000.</value>
    public int MaxActiveWork { get; set; } = 100;
}
