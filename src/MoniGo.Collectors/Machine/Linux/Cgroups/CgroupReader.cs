using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Publishes the container's memory and CPU, and tells the process's reader how many CPUs there are.</summary>
internal sealed class CgroupReader(ICgroup? cgroup, AvailableCpus cpus) : ISnapshotSource
{
    private static readonly SeriesKey MemoryUsedKey = new(HostInstruments.ContainerMemoryUsed);
    private static readonly SeriesKey MemoryLimitKey = new(HostInstruments.ContainerMemoryLimit);
    private static readonly SeriesKey CpuLimitKey = new(HostInstruments.ContainerCpuLimit);
    private static readonly SeriesKey ThrottledKey = new(HostInstruments.ContainerThrottledTime);

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        if (cgroup is null)
            return;

        var reading = cgroup.Read();
        cpus.Quota = reading.CpuLimit;
        Add(builder, MemoryUsedKey, reading.MemoryUsed);
        Add(builder, MemoryLimitKey, reading.MemoryLimit);
        Add(builder, CpuLimitKey, reading.CpuLimit);
        Add(builder, ThrottledKey, reading.ThrottledSeconds);
    }

    private static void Add(SnapshotBuilder builder, SeriesKey key, double? value)
    {
        if (value is { } known)
            builder.Add(key, known);
    }
}
