using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Snapshots with a reading for everything the API shows.</summary>
internal static class ApiSnapshots
{
    public const string Function = "ProcessOrder(string,int)->decimal";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Resource Resource { get; } = new("shop", "shop-1", "box", 42, Start, "1.2.3", "Production");

    public static Snapshot Tick(long number)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(Start.AddSeconds(5 * number));
        AddMachine(builder);
        AddRuntime(builder, number);
        AddFunction(builder, number);
        return builder.Build(Resource, 1, number);
    }

    private static void AddMachine(SnapshotBuilder builder)
    {
        Add(builder, HostInstruments.CpuUtilization, 0.5);
        Add(builder, HostInstruments.CoreCount, 8);
        Add(builder, HostInstruments.PhysicalCoreCount, 4);
        Add(builder, HostInstruments.MemoryTotal, 16L << 30);
        Add(builder, HostInstruments.MemoryUsed, 4L << 30);
        Add(builder, HostInstruments.MemoryAvailable, 12L << 30);
        Add(builder, HostInstruments.Swap, 1 << 20, ("system.paging.state", "used"));
        Add(builder, HostInstruments.Swap, 3 << 20, ("system.paging.state", "free"));
        Add(builder, HostInstruments.FileSystem, 25, ("system.filesystem.state", "used"));
        Add(builder, HostInstruments.FileSystem, 75, ("system.filesystem.state", "free"));
        Add(builder, HostInstruments.DiskIo, 1000, ("disk.io.direction", "read"));
        Add(builder, HostInstruments.DiskIo, 2000, ("disk.io.direction", "write"));
        Add(builder, HostInstruments.NetworkIo, 300, ("network.io.direction", "transmit"));
        Add(builder, HostInstruments.NetworkIo, 400, ("network.io.direction", "receive"));
        Add(builder, ProcessInstruments.CpuUtilization, 0.25);
        Add(builder, ProcessInstruments.CpuLimit, 8);
        Add(builder, ProcessInstruments.MemoryUsage, 1L << 30);
        Add(builder, ProcessInstruments.ThreadCount, 20);
        Add(builder, ProcessInstruments.Uptime, 2581.8);
    }

    private static void AddRuntime(SnapshotBuilder builder, long number)
    {
        Add(builder, new(PlatformInstruments.HeapSize, InstrumentKind.UpDownCounter, "By"), 886_112);
        Add(builder, new(PlatformInstruments.HeapCommitted, InstrumentKind.UpDownCounter, "By"), 2_000_000);
        Add(builder, new(PlatformInstruments.Allocated, InstrumentKind.Counter, "By"), 1_000_000 * number);
        Add(builder, new(PlatformInstruments.GcPause, InstrumentKind.Counter, "s"), 0.01128);
        Add(builder, new(PlatformInstruments.Collections, InstrumentKind.Counter, "{collection}"), 3);
        Add(builder, new(PlatformInstruments.PoolThreads, InstrumentKind.UpDownCounter, "{thread}"), 6);
        Add(builder, new(PlatformInstruments.PoolQueue, InstrumentKind.UpDownCounter, "{work_item}"), 2);
        Add(builder, new(PlatformInstruments.Timers, InstrumentKind.UpDownCounter, "{timer}"), 9);
        Add(builder, new(PlatformInstruments.ActiveRequests, InstrumentKind.UpDownCounter, "{request}"), 4);
    }

    private static void AddFunction(SnapshotBuilder builder, long number)
    {
        var durations = new HistogramAccumulator();
        for (var call = 1; call <= 25; call++)
            durations.Record(0.001 * call);

        var tag = TagSet.Of(FunctionInstruments.Function, Function);
        builder.Add(new SeriesKey(FunctionInstruments.Duration, tag), durations.ToHistogram());
        builder.Add(new SeriesKey(FunctionInstruments.Active, tag), 1);
        builder.Add(new SeriesKey(FunctionInstruments.Allocated, tag), 2500);
        builder.Add(new SeriesKey(FunctionInstruments.Errors, tag.With(FunctionInstruments.ErrorType, "System.TimeoutException")), 2);
        builder.Add(new SeriesKey(FunctionInstruments.LastDuration, tag), 0.025);
        builder.Add(new SeriesKey(FunctionInstruments.LastStart, tag), Start.AddSeconds((5 * number) - 1).ToUnixTimeSeconds());
    }

    private static void Add(SnapshotBuilder builder, InstrumentInfo instrument, double value, params (string Key, string Value)[] tags) =>
        builder.Add(new SeriesKey(instrument, TagSet.Create([.. tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value))])), value);
}
