using MoniGo.Query;
using MoniGo.Signals;
using static MoniGo.Tests.TickScript;

namespace MoniGo.Tests;

public sealed class MachineReaderTests
{
    private static readonly InstrumentInfo Requests = new(PlatformInstruments.ActiveRequests, InstrumentKind.UpDownCounter, "{request}");
    private static readonly InstrumentInfo Heap = new(PlatformInstruments.HeapSize, InstrumentKind.UpDownCounter, "By");
    private static readonly InstrumentInfo Queue = new(PlatformInstruments.PoolQueue, InstrumentKind.UpDownCounter, "{work_item}");

    private readonly TickScript _ticks = new(Noon);

    [Fact]
    public void Read_Pair_GivesTotalsAndRates()
    {
        var previous = _ticks.Next(b => Network(b, sent: 1000, received: 50));
        var reading = MachineReader.Read(_ticks.Next(b => Network(b, sent: 1500, received: 50)), previous);

        Assert.Equal(new MachineReading.Total(1600, 100), reading.NetworkSent); // two interfaces
        Assert.Equal(new MachineReading.Total(50, 0), reading.NetworkReceived);
        Assert.Equal(default, reading.DiskRead);
    }

    [Fact]
    public void Read_OneSnapshot_HasNoRates() =>
        Assert.Equal(new MachineReading.Total(1100, null), MachineReader.Read(_ticks.Next(b => Network(b, 1000, 0)), null).NetworkSent);

    [Fact]
    public void Read_AbsentReadings_AreNull()
    {
        var reading = MachineReader.Read(_ticks.Next((Level, 1)), null);

        foreach (var property in typeof(MachineReading).GetProperties().Where(one => one.PropertyType == typeof(double?)))
            Assert.True(property.GetValue(reading) is null, property.Name);
    }

    [Fact]
    public void Read_Gauges_AreReadByNameAndTag()
    {
        var reading = MachineReader.Read(
            _ticks.Next(b =>
            {
                b.Add(new(ProcessInstruments.CpuUtilization), 0.25);
                b.Add(new(ProcessInstruments.CpuLimit), 2);
                b.Add(new(HostInstruments.CpuUtilization), 0.5);
                b.Add(new(HostInstruments.CoreCount), 8);
                b.Add(new(HostInstruments.MemoryTotal), 1000);
                b.Add(new(HostInstruments.MemoryUsed), 400);
                b.Add(new(ProcessInstruments.MemoryUsage), 100);
                b.Add(Key(HostInstruments.Swap, ("system.paging.state", "used")), 10);
                b.Add(Key(HostInstruments.Swap, ("system.paging.state", "free")), 90);
                b.Add(Key(HostInstruments.LoadAverage, ("period", "5m")), 1.5);
                b.Add(Key(Heap, ("gc.heap.generation", "gen0")), 30);
                b.Add(Key(Heap, ("gc.heap.generation", "loh")), 12);
            }),
            null);

        Assert.Equal((0.5, 4d), (reading.CoresUsedByService!.Value, reading.CoresUsed!.Value));
        Assert.Equal((25d, 50d, 10d, 40d), (reading.ServiceCpuPercent, reading.SystemCpuPercent, reading.ServiceMemoryPercent, reading.SystemMemoryPercent));
        Assert.Equal((100d, 90d, 42d), (reading.SwapTotal, reading.SwapFree, reading.Heap));
        Assert.Equal(1.5, reading.Load5);
        Assert.Null(reading.Load1);
        Assert.Equal(Noon + TimeSpan.FromSeconds(5), reading.Time);
    }

    [Theory]
    [InlineData(500d, 500d)]
    [InlineData(5000d, 1000d)] // a container cannot have more than its machine
    [InlineData(null, 1000d)]
    public void MemoryLimit_Container_CountsBeforeTheMachine(double? container, double limit) =>
        Assert.Equal(limit, new MachineReading(Noon) { ContainerMemoryLimit = container, MemoryTotal = 1000 }.MemoryLimit);

    [Fact]
    public void ActiveWork_Parts_AreAddedAndOneIsEnough()
    {
        var all = MachineReader.Read(
            _ticks.Next(b =>
            {
                b.Add(Key(Requests, ("http.request.method", "GET")), 2);
                b.Add(Key(Requests, ("http.request.method", "POST")), 1);
                b.Add(Key(FunctionInstruments.Active, ("function", "f")), 4);
                b.Add(new(Queue), 8);
            }),
            null);

        Assert.Equal(15, all.ActiveWork);
        Assert.Equal(8, MachineReader.Read(_ticks.Next((Queue, 8)), null).ActiveWork);
    }

    private static void Network(SnapshotBuilder builder, double sent, double received)
    {
        builder.Add(Key(HostInstruments.NetworkIo, ("network.io.direction", "transmit"), ("network.interface.name", "eth0")), sent);
        builder.Add(Key(HostInstruments.NetworkIo, ("network.io.direction", "transmit"), ("network.interface.name", "eth1")), 100);
        builder.Add(Key(HostInstruments.NetworkIo, ("network.io.direction", "receive"), ("network.interface.name", "eth0")), received);
    }
}
