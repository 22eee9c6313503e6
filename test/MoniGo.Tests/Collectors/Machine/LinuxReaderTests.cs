using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class LinuxReaderTests : IDisposable
{
    private readonly FixtureRoot _server = new("server");

    public void Dispose() => _server.Dispose();

    [Fact]
    public void MemInfo_GivesMemoryAndSwapInBytes()
    {
        var snapshot = Ticks.Collect(new MemInfoReader(_server.Root));

        Assert.Equal(16384000.0 * 1024, snapshot.Value(HostInstruments.MemoryTotal));
        Assert.Equal(6384000.0 * 1024, snapshot.Value(HostInstruments.MemoryAvailable));
        Assert.Equal(10000000.0 * 1024, snapshot.Value(HostInstruments.MemoryUsed));
        Assert.Equal(512000.0 * 1024, snapshot.Value(HostInstruments.Swap, ("system.paging.state", "used")));
        Assert.Equal(1536000.0 * 1024, snapshot.Value(HostInstruments.Swap, ("system.paging.state", "free")));
    }

    [Fact]
    public void CpuStat_GivesTheShareSinceTheLastTick()
    {
        var reader = new CpuStatReader(_server.Root);
        var first = Ticks.Collect(reader);
        Assert.Null(first.Value(HostInstruments.CpuUtilization));
        Assert.Equal(2, first.Value(HostInstruments.CoreCount));

        // 100 more ticks of the machine: 20 user, 5 stolen, 65 idle, 10 waiting.
        _server.Write("proc/stat", "cpu  1020 50 450 8065 410 0 60 45 300 0\ncpu0 615 25 250 4030 105 0 20 5 200 0\ncpu2 405 25 200 4035 305 0 40 40 100 0\n");
        var second = Ticks.Collect(reader);

        Assert.Equal(0.25, second.Value(HostInstruments.CpuUtilization));
        Assert.Equal(0.3, second.Value(HostInstruments.CoreUtilization, ("cpu.logical_number", "0")));
        Assert.Equal(0.2, second.Value(HostInstruments.CoreUtilization, ("cpu.logical_number", "2"))!.Value, 12);
        Assert.Null(second.Value(HostInstruments.CoreUtilization, ("cpu.logical_number", "1")));
    }

    [Fact]
    public void CpuStat_ACoreThatIsTurnedOff_Leaves()
    {
        var reader = new CpuStatReader(_server.Root);
        Ticks.Collect(reader);
        _server.Write("proc/stat", "cpu  1020 50 450 8065 410 0 60 45 300 0\ncpu0 615 25 250 4030 105 0 20 5 200 0\n");
        var snapshot = Ticks.Collect(reader);

        Assert.Equal(1, snapshot.Value(HostInstruments.CoreCount));
        Assert.Single(snapshot.Find("monigo.system.core.utilization")!.Samples);
    }

    [Fact]
    public void CpuInfo_CountsPhysicalCores() =>
        Assert.Equal(3, Ticks.Collect(new CpuInfoReader(_server.Root)).Value(HostInstruments.PhysicalCoreCount));

    [Fact]
    public void DiskStats_CountsWholeDisksOnce()
    {
        var snapshot = Ticks.Collect(new DiskStatsReader(_server.Root));

        Assert.Equal(
            ["nvme0n1", "nvme0n10", "sda", "sdaa"],
            snapshot.Find("system.disk.io")!.Samples.Select(sample => sample.Series.Tags["system.device"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(6556298.0 * 512, snapshot.Value(HostInstruments.DiskIo, ("system.device", "sda"), ("disk.io.direction", "read")));
        Assert.Equal(5975944.0 * 512, snapshot.Value(HostInstruments.DiskIo, ("system.device", "sda"), ("disk.io.direction", "write")));
    }

    [Theory]
    [InlineData("sda1", "sda", true)]
    [InlineData("sda12", "sda", true)]
    [InlineData("sda", "sda", false)]
    [InlineData("sdaa", "sda", false)]
    [InlineData("sdb1", "sda", false)]
    [InlineData("nvme0n1p1", "nvme0n1", true)]
    [InlineData("nvme0n12", "nvme0n1", false)]
    [InlineData("nvme0n1p", "nvme0n1", false)]
    [InlineData("mmcblk0boot0", "mmcblk0", false)]
    [InlineData("sda1", "", false)]
    public void IsPartition_Name_IsToldByTheKernelsRule(string name, string disk, bool expected) =>
        Assert.Equal(expected, WholeDisks.IsPartition(System.Text.Encoding.ASCII.GetBytes(name), System.Text.Encoding.ASCII.GetBytes(disk)));

    [Fact]
    public void NetDev_GivesEveryInterfaceButLoopback()
    {
        var snapshot = Ticks.Collect(new NetDevReader(_server.Root));

        Assert.Equal(4, snapshot.Find("system.network.io")!.Samples.Length);
        Assert.Equal(621362720, snapshot.Value(HostInstruments.NetworkIo, ("network.interface.name", "eth0"), ("network.io.direction", "receive")));
        Assert.Equal(88, snapshot.Value(HostInstruments.NetworkIo, ("network.interface.name", "wlan0"), ("network.io.direction", "transmit")));
    }

    [Fact]
    public void NetDev_OfAMachineThatMakesInterfacesWithoutEnd_StaysBounded()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"veth{i}: 1 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0\n"));
        _server.Write("proc/net/dev", "Inter-|\n face |\n" + lines);

        Assert.Equal(2 * DeviceSeries.MaxDevices, Ticks.Collect(new NetDevReader(_server.Root)).Find("system.network.io")!.Samples.Length);
    }

    [Fact]
    public void ProcessFiles_AreRead()
    {
        var root = _server.Root;
        var snapshot = Ticks.Collect(
            new StatmReader(root), new SelfStatReader(root), new SelfIoReader(root), new FileDescriptorReader(root), new LoadAverageReader(root));

        Assert.Equal(424.0 * Environment.SystemPageSize, snapshot.Value(ProcessInstruments.MemoryUsage));
        Assert.Equal(23, snapshot.Value(ProcessInstruments.ThreadCount));
        Assert.Equal(4096, snapshot.Value(ProcessInstruments.DiskIo, ("disk.io.direction", "read")));
        Assert.Equal(8192, snapshot.Value(ProcessInstruments.DiskIo, ("disk.io.direction", "write")));
        Assert.Equal(3, snapshot.Value(ProcessInstruments.OpenHandles));
        Assert.Equal(
            [0.92, 0.64, 0.42],
            new[] { "1m", "5m", "15m" }.Select(period => snapshot.Value(HostInstruments.LoadAverage, ("period", period)) ?? double.NaN));
    }

    [Fact]
    public void Series_OverTicks_KeepTheirKeys()
    {
        var reader = new NetDevReader(_server.Root);

        var first = Ticks.Collect(reader).Families.Single().Samples;
        var second = Ticks.Collect(reader).Families.Single().Samples;

        Assert.All(first.Zip(second), pair => Assert.Same(pair.First.Series, pair.Second.Series));
    }
}
