using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class MachineSourcesTests
{
    private readonly FakeTime _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public void ProcessCpu_IsTheShareOfTheAvailableCpusSinceTheLastTick()
    {
        var used = TimeSpan.FromSeconds(10);
        var reader = new ProcessCpuReader(_time, () => used, new(8) { Quota = 1.5 });
        Assert.Null(Ticks.Collect(reader).Value(ProcessInstruments.CpuUtilization));

        _time.Advance(TimeSpan.FromSeconds(4));
        used += TimeSpan.FromSeconds(3);
        var snapshot = Ticks.Collect(reader);

        Assert.Equal(0.5, snapshot.Value(ProcessInstruments.CpuUtilization));
        Assert.Equal(1.5, snapshot.Value(ProcessInstruments.CpuLimit));
    }

    [Fact]
    public void Uptime_GrowsWithTheMonotonicClock()
    {
        var reader = new UptimeReader(_time);
        var before = Ticks.Collect(reader).Value(ProcessInstruments.Uptime);
        _time.Advance(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromHours(-5));

        Assert.InRange(before!.Value, 0, 3600);
        Assert.Equal(before.Value + 60, Ticks.Collect(reader).Value(ProcessInstruments.Uptime)!.Value, 1e-6);
    }

    [Fact]
    public void The_running_machine_gives_sane_readings_and_no_faults()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var snapshot = TickTwice(MachineSources.Create(_time));

        Assert.Equal(0, snapshot.Find("monigo.source.failures")!.Samples.Sum(sample => sample.Value));
        Assert.Equal(0, snapshot.Value(OwnInstruments.Dropped, ("reason", "malformed")));
        Assert.Equal(Environment.WorkingSet, snapshot.Value(ProcessInstruments.MemoryUsage)!.Value, Environment.WorkingSet * 0.5);
        Assert.InRange(snapshot.Value(HostInstruments.MemoryUsed)!.Value, 1, snapshot.Value(HostInstruments.MemoryTotal)!.Value);
        Assert.InRange(snapshot.Value(ProcessInstruments.ThreadCount)!.Value, 2, 10_000);
        Assert.InRange(snapshot.Value(ProcessInstruments.OpenHandles)!.Value, 3, 100_000);
        Assert.InRange(snapshot.Value(HostInstruments.CoreCount)!.Value, Environment.ProcessorCount, 8192);
        Assert.InRange(snapshot.Value(ProcessInstruments.CpuUtilization)!.Value, 0, 1);
        Assert.InRange(snapshot.Value(HostInstruments.FileSystem, ("system.filesystem.state", "free"))!.Value, 1, 1e18);
    }

    [Fact]
    public void The_portable_readings_work_on_this_machine_too()
    {
        GC.Collect();
        var snapshot = TickTwice(MachineSources.ForOthers(_time));

        Assert.Equal(0, snapshot.Find("monigo.source.failures")!.Samples.Sum(sample => sample.Value));
        Assert.All(
            new[] { ProcessInstruments.MemoryUsage, ProcessInstruments.ThreadCount, ProcessInstruments.CpuLimit, HostInstruments.MemoryTotal, HostInstruments.MemoryUsed, HostInstruments.CoreCount },
            instrument => Assert.InRange(snapshot.Value(instrument) ?? -1, 1, 1e18));
    }

    [Fact]
    public void Reading_the_files_of_a_tick_allocates_almost_nothing()
    {
        using var fixture = new FixtureRoot("server");
        var builder = new SnapshotBuilder();
        ISnapshotSource[] readers = [new CpuStatReader(fixture.Root), new MemInfoReader(fixture.Root), new DiskStatsReader(fixture.Root), new NetDevReader(fixture.Root), new SelfStatReader(fixture.Root)];
        void Tick()
        {
            builder.Begin(Ticks.Start);
            foreach (var reader in readers)
                reader.Collect(builder);
        }

        for (var i = 0; i < 5; i++)
            Tick();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Tick();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 200);
    }

    private Snapshot TickTwice(IReadOnlyList<ISnapshotSource> sources)
    {
        using var ticker = new SnapshotTicker(sources, Ticks.Resource, _time, TimeSpan.FromSeconds(5), new RecordingLogger<SnapshotTicker>(), epoch: 1);
        ticker.Tick();
        _time.Advance(TimeSpan.FromSeconds(5));
        return ticker.Tick();
    }
}
