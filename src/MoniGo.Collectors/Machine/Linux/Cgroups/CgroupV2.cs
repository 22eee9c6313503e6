namespace MoniGo.Collectors;

/// <summary>Reads a control group of version 2.</summary>
/// <remarks>
/// <c>memory.current</c>: bytes. <c>memory.max</c>: bytes or <c>max</c>. <c>cpu.max</c>: <c>quota period</c> in microseconds, or
/// <c>max period</c>. <c>cpu.stat</c>: lines of <c>key number</c>, of which <c>throttled_usec</c> appears once there is a quota.
/// Source: the kernel's <c>admin-guide/cgroup-v2.rst</c>.
/// </remarks>
internal sealed class CgroupV2(ProcRoot root, string[] folders) : ICgroup
{
    private const double MicrosecondsPerSecond = 1e6;

    private readonly ProcFile _memoryUsed = root.File($"{folders[0]}/memory.current");
    private readonly ProcFile _cpuStat = root.File($"{folders[0]}/cpu.stat");
    private readonly ProcFile[] _memoryLimits = [.. folders.Select(folder => root.File($"{folder}/memory.max"))];
    private readonly ProcFile[] _cpuLimits = [.. folders.Select(folder => root.File($"{folder}/cpu.max"))];

    /// <inheritdoc />
    public CgroupReading Read()
    {
        long? memoryLimit = null;
        foreach (var file in _memoryLimits)
            memoryLimit = CgroupText.Tighter(memoryLimit, CgroupText.NumberOrMax(file));

        double? cpuLimit = null;
        foreach (var file in _cpuLimits)
            cpuLimit = CgroupText.Tighter(cpuLimit, ReadCpuLimit(file));

        var throttled = CgroupText.Find(_cpuStat.Read(), "throttled_usec"u8);
        return new(CgroupText.NumberOrMax(_memoryUsed), memoryLimit, cpuLimit, throttled / MicrosecondsPerSecond);
    }

    private static double? ReadCpuLimit(ProcFile file)
    {
        var content = file.Read();
        if (content.IsEmpty || content.StartsWith("max"u8))
            return null;

        var text = new TextScanner(content);
        if (text.TryNumber(out var quota) && text.TryNumber(out var period) && period > 0)
            return (double)quota / period;

        file.CountMalformed();
        return null;
    }
}
