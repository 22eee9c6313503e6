using MoniGo.Query;

namespace MoniGo.AspNetCore;

/// <summary>Fills the parts of <c>GET metrics</c> out of one machine reading.</summary>
internal static class MetricsParts
{
    public static CoreStatistics Core(MachineReading machine) => new(
        (long)(machine.ActiveWork ?? 0),
        UnitText.Duration(machine.Uptime),
        machine.Uptime,
        machine.ActiveRequests,
        machine.ActiveFunctions,
        machine.PoolQueue,
        machine.PoolThreads,
        machine.Threads,
        machine.Timers);

    public static LoadStatistics Load(MachineReading machine)
    {
        var others = MachineFormulas.Percent(OtherCores(machine), machine.Cores);
        var overall = MachineFormulas.OverallLoad(machine.ServiceCpuPercent, machine.ServiceMemoryPercent);
        var disk = MachineFormulas.Percent(machine.FileSystemUsed, machine.FileSystemTotal);
        return new()
        {
            ServiceCpuLoad = UnitText.Percent(machine.ServiceCpuPercent),
            ServiceCpuLoadPercent = machine.ServiceCpuPercent,
            SystemCpuLoad = UnitText.Percent(others),
            SystemCpuLoadPercent = others,
            TotalCpuLoad = UnitText.Percent(machine.SystemCpuPercent),
            TotalCpuLoadPercent = machine.SystemCpuPercent,
            ServiceMemoryLoad = UnitText.Percent(machine.ServiceMemoryPercent),
            ServiceMemoryLoadPercent = machine.ServiceMemoryPercent,
            SystemMemoryLoad = UnitText.Percent(machine.SystemMemoryPercent),
            SystemMemoryLoadPercent = machine.SystemMemoryPercent,
            OverallLoadOfService = UnitText.Percent(overall),
            OverallLoadOfServicePercent = overall,
            SystemDiskLoad = UnitText.Percent(disk),
            SystemDiskLoadPercent = disk,
            TotalMemoryLoad = UnitText.Bytes(machine.MemoryTotal),
            TotalMemoryLoadBytes = machine.MemoryTotal,
            TotalDiskLoad = UnitText.Bytes(machine.FileSystemTotal),
            TotalDiskLoadBytes = machine.FileSystemTotal,
        };
    }

    public static CpuStatistics Cpu(MachineReading machine)
    {
        var service = MachineFormulas.Percent(machine.CoresUsedByService, machine.Cores);
        var others = MachineFormulas.Percent(OtherCores(machine), machine.Cores);
        return new()
        {
            TotalCores = machine.PhysicalCores ?? machine.Cores,
            TotalLogicalCores = machine.Cores,
            CoresUsedBySystem = OtherCores(machine),
            CoresUsedByService = machine.CoresUsedByService,
            CoresUsedByServiceInPercent = UnitText.Percent(service),
            CoresUsedByServicePercent = service,
            CoresUsedBySystemInPercent = UnitText.Percent(others),
            CoresUsedBySystemPercent = others,
            CoresAvailableToService = machine.CpuLimit,
        };
    }

    public static MemoryStatistics Memory(MachineReading machine, MemoryRecords records) => new()
    {
        TotalSystemMemory = UnitText.Bytes(machine.MemoryTotal),
        TotalSystemMemoryBytes = machine.MemoryTotal,
        MemoryUsedBySystem = UnitText.Bytes(machine.MemoryUsed),
        MemoryUsedBySystemBytes = machine.MemoryUsed,
        MemoryUsedByService = UnitText.Bytes(machine.Heap),
        MemoryUsedByServiceBytes = machine.Heap,
        AvailableMemory = UnitText.Bytes(machine.MemoryAvailable),
        AvailableMemoryBytes = machine.MemoryAvailable,
        StackMemoryUsage = UnitText.Missing, // the runtime does not publish it
        TotalSwapMemory = UnitText.Bytes(machine.SwapTotal),
        TotalSwapMemoryBytes = machine.SwapTotal,
        FreeSwapMemory = UnitText.Bytes(machine.SwapFree),
        FreeSwapMemoryBytes = machine.SwapFree,
        GcPauseDuration = UnitText.Milliseconds(machine.GcPause.Value),
        GcPauseDurationMs = machine.GcPause.Value * 1000,
        ResidentMemoryBytes = machine.ResidentMemory,
        MemStatsRecords = records.Readable,
        RawMemStatsRecords = records.Raw,
    };

    public static DiskIo Disk(MachineReading machine) => new(
        (long?)machine.DiskRead.Value,
        (long?)machine.DiskWritten.Value,
        (long?)machine.ServiceDiskRead.Value,
        (long?)machine.ServiceDiskWritten.Value);

    private static double? OtherCores(MachineReading machine) =>
        MachineFormulas.OtherCores(machine.SystemCpu, machine.Cores, machine.ServiceCpu, machine.CpuLimit);
}
