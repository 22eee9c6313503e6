namespace MoniGo.Collectors;

/// <summary>The CPUs that the process may use: those of the machine, or the container's quota when it is less.</summary>
/// <param name="processors">What .NET counts, affinity included; it rounds a quota up to whole processors.</param>
internal sealed class AvailableCpus(int processors)
{
    /// <summary>Gets or sets the container's quota in CPUs; null without one.</summary>
    public double? Quota { get; set; }

    /// <summary>Gets the number of CPUs, a fraction included.</summary>
    public double Count => Quota is { } quota && quota > 0 ? Math.Min(quota, processors) : processors;
}
