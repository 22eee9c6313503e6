using MoniGo.Query;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class FieldHistoryTests
{
    // Names of monigo 1.7: sections 1.3 and 1.4 of its description.
    private static readonly string[] StoredByMoniGo =
    [
        "goroutines", "service_cpu_load", "system_cpu_load", "service_memory_load", "system_memory_load", "overall_load_of_service",
        "system_disk_load", "total_disk_size", "total_cores", "cores_used_by_service", "cores_used_by_system",
        "total_system_memory", "memory_used_by_system", "memory_used_by_service", "available_memory", "stack_memory_usage", "gc_pause_duration",
        "heap_alloc_by_service", "heap_alloc_by_system", "total_alloc_by_service", "total_memory_by_os",
        "bytes_sent", "bytes_received", "service_health_percent", "system_health_percent",
        "alloc", "total_alloc", "sys", "lookups", "mallocs", "frees", "heap_alloc", "heap_sys", "heap_idle", "heap_inuse", "heap_released",
        "heap_objects", "stack_inuse", "stack_sys", "m_span_inuse", "m_span_sys", "m_cache_inuse", "m_cache_sys", "buck_hash_sys", "gc_sys",
        "other_sys", "next_gc", "last_gc", "pause_total_ns", "num_gc", "num_forced_gc", "gc_cpu_fraction",
    ];

    private static readonly MoniGoFields Fields = new(new());
    private static readonly TimeRange FiveMinutes = new(Noon, Noon + TimeSpan.FromMinutes(5));

    private readonly SampleStore _store = new(new(), time: new FakeTime(Noon + TimeSpan.FromHours(1)));
    private readonly TickScript _ticks = new(Noon);
    private readonly FieldHistory _history;

    public FieldHistoryTests() => _history = new(new(_store), TimeSpan.FromSeconds(5));

    [Fact]
    public void Every_field_that_MoniGo_stores_is_read_or_explained()
    {
        foreach (var name in StoredByMoniGo)
            Assert.True(Fields.ByName.ContainsKey(name) != MoniGoFields.Missing.ContainsKey(name), name);

        Assert.All(MoniGoFields.Missing.Values, reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_six_topics_name_fields_that_are_known()
    {
        Assert.Equal(6, MoniGoFields.Topics.Count);
        foreach (var name in MoniGoFields.Topics.Values.SelectMany(names => names))
            Assert.Contains(name, StoredByMoniGo);
    }

    [Theory]
    [InlineData("heap_inuse", "HeapInuse")]
    [InlineData("heap_alloc", "HeapAlloc")]
    [InlineData("heap_idle", "HeapIdle")]
    [InlineData("pause_total_ns", "PauseTotalNs")]
    [InlineData("num_gc", "NumGC")]
    [InlineData("gc_cpu_fraction", "GCCPUFraction")]
    [InlineData("goroutines", "goroutines")]
    [InlineData("total_alloc", "total_alloc")]
    public void RenamedKey_Field_IsWhatServiceMetricsAnswers(string name, string key) => Assert.Equal(key, Fields.ByName[name].RenamedKey);

    [Fact]
    public async Task Fields_come_in_MoniGo_units()
    {
        await _store.AppendAsync(StreamId.Local, Machine());

        var values = await OnlyRow(
            "heap_inuse", "memory_used_by_service", "gc_pause_duration", "pause_total_ns", "service_cpu_load", "bytes_sent",
            "cores_used_by_service", "cores_used_by_system", "system_cpu_load", "service_memory_load", "overall_load_of_service", "system_disk_load");

        Assert.Equal(
            [("heap_inuse", 2), ("memory_used_by_service", 2048), ("gc_pause_duration", 250), ("pause_total_ns", 250e6), ("service_cpu_load", 50),
             ("bytes_sent", 77), ("cores_used_by_service", 1), ("cores_used_by_system", 3), ("system_cpu_load", 37.5), ("service_memory_load", 50),
             ("overall_load_of_service", 50), ("system_disk_load", 25)],
            values);
    }

    [Fact]
    public async Task Health_over_time_follows_the_same_formula_as_health_now()
    {
        var snapshot = Machine();
        await _store.AppendAsync(StreamId.Local, snapshot);

        var values = await OnlyRow("service_health_percent", "system_health_percent");

        var now = HealthReport.From(MachineReader.Read(snapshot, null), new());
        Assert.Equal([("service_health_percent", now.Service.Percent), ("system_health_percent", now.System.Percent)], values);
        Assert.InRange(now.Service.Percent, 1, 99);
    }

    [Fact]
    public async Task A_time_without_readings_is_a_gap_and_not_an_outage()
    {
        await _store.AppendAsync(StreamId.Local, Machine());
        await _store.AppendAsync(StreamId.Local, _ticks.Next(b => b.Add(new(HostInstruments.MemoryTotal), 1)));
        await _store.AppendAsync(StreamId.Local, _ticks.Next((Level, 1)));

        var rows = await _history.ReadAsync(Fields.Find(["service_health_percent", "total_system_memory"]), FiveMinutes);

        Assert.Equal([2, 1], rows.Select(row => row.Values.Count));
        Assert.Equal([Noon + TimeSpan.FromSeconds(5), Noon + TimeSpan.FromSeconds(10)], rows.Select(row => row.Time));
    }

    [Fact]
    public async Task Unknown_and_missing_fields_are_skipped()
    {
        await _store.AppendAsync(StreamId.Local, Machine());

        Assert.Equal(["total_cores"], Fields.Find(["nonsense", "stack_inuse", "total_cores", "total_cores"]).Select(field => field.Name));
        Assert.Empty(await _history.ReadAsync([], FiveMinutes));
    }

    [Fact]
    public async Task A_range_before_all_data_is_empty() =>
        Assert.Empty(await _history.ReadAsync([.. Fields.ByName.Values], new(Noon - TimeSpan.FromHours(2), Noon - TimeSpan.FromHours(1))));

    [Fact]
    public void Fields_can_be_read_off_the_latest_snapshot()
    {
        var row = FieldHistory.Latest(Fields.Find(["goroutines", "total_cores", "num_gc"]), Machine(), null);

        Assert.Equal([("goroutines", 6), ("total_cores", 8)], row.Values.Select(pair => (pair.Key.Name, pair.Value)));
    }

    private async Task<IEnumerable<(string Name, double Value)>> OnlyRow(params string[] names) =>
        from pair in Assert.Single(await _history.ReadAsync(Fields.Find(names), FiveMinutes)).Values
        select (pair.Key.Name, Math.Round(pair.Value, 6));

    private Snapshot Machine() => _ticks.Next(b =>
    {
        b.Add(new(ProcessInstruments.CpuUtilization), 0.5);
        b.Add(new(ProcessInstruments.CpuLimit), 2);
        b.Add(new(ProcessInstruments.MemoryUsage), 4096);
        b.Add(new(HostInstruments.ContainerMemoryLimit), 8192);
        b.Add(new(HostInstruments.MemoryTotal), 65536);
        b.Add(new(HostInstruments.MemoryUsed), 16384);
        b.Add(new(HostInstruments.CpuUtilization), 0.5);
        b.Add(new(HostInstruments.CoreCount), 8);
        b.Add(Key(HostInstruments.NetworkIo, ("network.io.direction", "transmit")), 77);
        b.Add(Key(HostInstruments.FileSystem, ("system.filesystem.state", "used")), 100);
        b.Add(Key(HostInstruments.FileSystem, ("system.filesystem.state", "free")), 300);
        b.Add(new(new(PlatformInstruments.HeapSize, InstrumentKind.UpDownCounter)), 2048);
        b.Add(new(new(PlatformInstruments.GcPause, InstrumentKind.Counter)), 0.25);
        b.Add(new(new(PlatformInstruments.PoolQueue, InstrumentKind.UpDownCounter)), 6);
    });
}
