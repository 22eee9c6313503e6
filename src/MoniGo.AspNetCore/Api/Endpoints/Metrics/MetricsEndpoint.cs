using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET metrics</c>: everything MoniGo shows of the latest tick.</summary>
internal sealed class MetricsEndpoint
{
    private readonly MoniGoFields _fields;
    private readonly HealthThresholds _thresholds;
    private readonly SnapshotReply _reply;

    public MetricsEndpoint(ISnapshotFeed feed, MoniGoFields fields, HealthThresholds thresholds)
    {
        (_fields, _thresholds) = (fields, thresholds);
        _reply = new(feed, (latest, previous) => Reply.Json(Describe(latest, previous), ApiJson.Default.MetricsResponse));
    }

    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(_reply.Read());

    private MetricsResponse Describe(Snapshot latest, Snapshot? previous)
    {
        var machine = MachineReader.Read(latest, previous);
        var health = HealthReport.From(machine, _thresholds);
        return new()
        {
            CoreStatistics = MetricsParts.Core(machine),
            LoadStatistics = MetricsParts.Load(machine),
            CpuStatistics = MetricsParts.Cpu(machine),
            MemoryStatistics = MetricsParts.Memory(machine, new MemoryRecords(_fields, latest, previous)),
            HeapAllocByService = UnitText.Bytes(machine.Heap),
            HeapAllocByServiceBytes = machine.Heap,
            HeapAllocBySystem = UnitText.Bytes(machine.HeapCommitted),
            HeapAllocBySystemBytes = machine.HeapCommitted,
            TotalAllocByService = UnitText.Bytes(machine.Allocated.Value),
            TotalAllocByServiceBytes = machine.Allocated.Value,
            TotalMemoryByOs = UnitText.Bytes(machine.ResidentMemory),
            TotalMemoryByOsBytes = machine.ResidentMemory,
            DiskIo = MetricsParts.Disk(machine),
            NetworkIo = new(machine.NetworkSent.Value, machine.NetworkReceived.Value),
            Health = new(HealthResponse.Of(health.System), HealthResponse.Of(health.Service)),
            GoroutineLeakReport = new() { TotalGoroutines = (long)(machine.ActiveWork ?? 0) },
            Time = latest.Time.UtcDateTime,
            Sequence = latest.Sequence,
        };
    }
}
