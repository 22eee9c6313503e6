using MoniGo.Collectors;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class CgroupTests
{
    [Fact]
    public void V2_TakesTheTightestLimitOnTheWayUp()
    {
        var (snapshot, cpus) = Collect(FixtureRoot.Of("cgroup-v2"));

        Assert.Equal(123456789, snapshot.Value(HostInstruments.ContainerMemoryUsed));
        Assert.Equal(536870912, snapshot.Value(HostInstruments.ContainerMemoryLimit));
        Assert.Equal(1.5, snapshot.Value(HostInstruments.ContainerCpuLimit));
        Assert.Equal(2.5, snapshot.Value(HostInstruments.ContainerThrottledTime));
        Assert.Equal(1.5, cpus.Count);
    }

    [Fact]
    public void V2_InAContainer_FallsBackToTheMountedRoot()
    {
        var (snapshot, cpus) = Collect(FixtureRoot.Of("cgroup-v2-container"));

        Assert.Equal(1048576, snapshot.Value(HostInstruments.ContainerMemoryUsed));
        Assert.Equal(2097152, snapshot.Value(HostInstruments.ContainerMemoryLimit));
        Assert.Null(snapshot.Value(HostInstruments.ContainerCpuLimit));
        Assert.Null(snapshot.Value(HostInstruments.ContainerThrottledTime));
        Assert.Equal(8, cpus.Count);
    }

    [Fact]
    public void V1_ReadsMemoryAndCpuFromTheirOwnHierarchies()
    {
        var (snapshot, cpus) = Collect(FixtureRoot.Of("cgroup-v1"));

        Assert.Equal(3000000, snapshot.Value(HostInstruments.ContainerMemoryUsed));
        Assert.Equal(4000000, snapshot.Value(HostInstruments.ContainerMemoryLimit));
        Assert.Equal(0.5, snapshot.Value(HostInstruments.ContainerCpuLimit));
        Assert.Equal(0.75, snapshot.Value(HostInstruments.ContainerThrottledTime));
        Assert.Equal(0.5, cpus.Count);
    }

    [Fact]
    public void V1_WithoutLimits_GivesNone()
    {
        var (snapshot, cpus) = Collect(FixtureRoot.Of("cgroup-v1-unlimited"));

        Assert.Equal(3000000, snapshot.Value(HostInstruments.ContainerMemoryUsed));
        Assert.Null(snapshot.Value(HostInstruments.ContainerMemoryLimit));
        Assert.Null(snapshot.Value(HostInstruments.ContainerCpuLimit));
        Assert.Equal(8, cpus.Count);
    }

    [Fact]
    public void ALimitThatIsLifted_IsNoLongerReported()
    {
        using var fixture = new FixtureRoot("cgroup-v2");
        var cpus = new AvailableCpus(8);
        var reader = new CgroupReader(CgroupPaths.Detect(fixture.Root), cpus);
        Ticks.Collect(reader);
        Assert.Equal(1.5, cpus.Count);

        fixture.Write("sys/fs/cgroup/shop.slice/shop.service/cpu.max", "max 100000\n");
        Assert.Equal(4, Ticks.Collect(reader).Value(HostInstruments.ContainerCpuLimit));
    }

    [Fact]
    public void Rubbish_GivesNoReadingAndIsCounted()
    {
        using var fixture = new FixtureRoot("cgroup-v2");
        foreach (var file in new[] { "shop.slice/memory.max", "shop.slice/cpu.max", "shop.slice/shop.service/memory.current", "shop.slice/shop.service/cpu.max", "shop.slice/shop.service/cpu.stat" })
            fixture.Write("sys/fs/cgroup/" + file, "lorem 0\nipsum -1\n");

        var snapshot = Ticks.Collect(new CgroupReader(CgroupPaths.Detect(fixture.Root), new(8)), fixture.Root);

        Assert.Equal(4, snapshot.Value(OwnInstruments.Dropped, ("reason", "malformed")));
        Assert.Single(snapshot.Families);
    }

    [Fact]
    public void Detect_WithoutControlGroups_FindsNone()
    {
        using var fixture = new FixtureRoot();

        Assert.Null(CgroupPaths.Detect(fixture.Root));
        Assert.Empty(Ticks.Collect(new CgroupReader(null, new(8))).Families);
    }

    [Fact]
    public void Parse_Lines_GivesThePathOfEachController()
    {
        var paths = CgroupPaths.Parse("0::/a:b\n4:cpu,cpuacct:/c\nrubbish\n1:name=systemd:/d\n"u8);

        Assert.Equal(["/a:b", "/c", "/c", "/d"], new[] { "", "cpu", "cpuacct", "name=systemd" }.Select(name => paths[name]));
    }

    private static (Snapshot Snapshot, AvailableCpus Cpus) Collect(ProcRoot root)
    {
        var cpus = new AvailableCpus(8);
        return (Ticks.Collect(new CgroupReader(CgroupPaths.Detect(root), cpus)), cpus);
    }
}
