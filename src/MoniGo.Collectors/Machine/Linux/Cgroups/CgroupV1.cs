namespace MoniGo.Collectors;

/// <summary>Reads control groups of version 1: one hierarchy for memory, one for CPU.</summary>
/// <remarks>
/// <c>memory.usage_in_bytes</c>, <c>memory.limit_in_bytes</c>: bytes, a limit near 2^63 being none. <c>cpu.cfs_quota_us</c> and
/// <c>cpu.cfs_period_us</c>: microseconds, a quota of -1 being none. <c>cpu.stat</c>: <c>throttled_time</c> in nanoseconds.
/// Source: the kernel's <c>admin-guide/cgroup-v1/memory.rst</c> and <c>scheduler/sched-bwc.rst</c>.
/// </remarks>
internal sealed class CgroupV1(ProcRoot root, string[] memoryFolders, string[] cpuFolders) : ICgroup
{
    private const double NanosecondsPerSecond = 1e9;

    // "No limit" is the largest multiple of the page size below 2^63, so it differs by architecture; no machine has an exbibyte.
    private const long Unlimited = 1L << 60;

    private readonly ProcFile? _memoryUsed = memoryFolders.Length == 0 ? null : root.File($"{memoryFolders[0]}/memory.usage_in_bytes");
    private readonly ProcFile? _cpuStat = cpuFolders.Length == 0 ? null : root.File($"{cpuFolders[0]}/cpu.stat");
    private readonly ProcFile[] _memoryLimits = [.. memoryFolders.Select(folder => root.File($"{folder}/memory.limit_in_bytes"))];
    private readonly (ProcFile Quota, ProcFile Period)[] _cpuLimits =
        [.. cpuFolders.Select(folder => (root.File($"{folder}/cpu.cfs_quota_us"), root.File($"{folder}/cpu.cfs_period_us")))];

    /// <inheritdoc />
    public CgroupReading Read()
    {
        long? memoryLimit = null;
        foreach (var file in _memoryLimits)
            memoryLimit = CgroupText.Tighter(memoryLimit, CgroupText.NumberOrMax(file) is { } limit and < Unlimited ? limit : null);

        double? cpuLimit = null;
        foreach (var (quota, period) in _cpuLimits)
            cpuLimit = CgroupText.Tighter(cpuLimit, ReadCpuLimit(quota, period));

        var used = _memoryUsed is null ? null : CgroupText.NumberOrMax(_memoryUsed);
        var throttled = _cpuStat is null ? null : CgroupText.Find(_cpuStat.Read(), "throttled_time"u8);
        return new(used, memoryLimit, cpuLimit, throttled / NanosecondsPerSecond);
    }

    // A quota of -1 is not a number that the scanner takes, and rightly means "no limit".
    private static double? ReadCpuLimit(ProcFile quotaFile, ProcFile periodFile) =>
        quotaFile.TryReadNumber(out var quota) && quota > 0 && periodFile.TryReadNumber(out var period) && period > 0
            ? (double)quota / period
            : null;
}
