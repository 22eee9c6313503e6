using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Lists the readers of process, container and machine that this platform has.</summary>
/// <remarks>
/// To add one: write the reader, add its line here. What costs more than a few dozen microseconds goes through a
/// <see cref="SlowLane"/>. The container's reader stands first, because the process's CPU share needs its limit.
/// </remarks>
internal static class MachineSources
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(30);

    /// <summary>Makes the readers; the caller asks them from one thread at a time.</summary>
    public static IReadOnlyList<ISnapshotSource> Create(TimeProvider time) =>
        OperatingSystem.IsLinux() ? ForLinux(time, new ProcRoot("/")) : ForOthers(time);

    /// <summary>Makes the readers of Linux over a root folder.</summary>
    public static IReadOnlyList<ISnapshotSource> ForLinux(TimeProvider time, ProcRoot root)
    {
        var cpus = new AvailableCpus(Environment.ProcessorCount);
        return
        [
            new CgroupReader(CgroupPaths.Detect(root), cpus),
            .. ForAll(time, cpus),
            new StatmReader(root),
            new SelfStatReader(root),
            new SelfIoReader(root),
            new SlowLane(new FileDescriptorReader(root), time, Slow),
            new CpuStatReader(root),
            new CpuInfoReader(root),
            new MemInfoReader(root),
            new LoadAverageReader(root),
            new DiskStatsReader(root),
            new NetDevReader(root),
            root,
        ];
    }

    /// <summary>Makes the readers of every other platform.</summary>
    public static IReadOnlyList<ISnapshotSource> ForOthers(TimeProvider time) =>
    [
        .. ForAll(time, new AvailableCpus(Environment.ProcessorCount)),
        new PortableMemoryReader(),
        new SlowLane(new PortableHandleReader(), time, Slow),
        new SlowLane(new PortableNetworkReader(), time, Slow),
    ];

    private static ISnapshotSource[] ForAll(TimeProvider time, AvailableCpus cpus) =>
    [
        new ProcessCpuReader(time, () => Environment.CpuUsage.TotalTime, cpus),
        new UptimeReader(time),
        new SlowLane(new FileSystemReader(), time, Slow),
    ];
}
