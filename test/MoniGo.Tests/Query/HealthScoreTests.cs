using MoniGo.Query;

namespace MoniGo.Tests;

public sealed class HealthScoreTests
{
    private static readonly HealthThresholds Defaults = new();

    [Theory]
    [InlineData(0, 0, 0, 100, true)]
    [InlineData(95, 95, 100, 0, true)]       // all at their limits: nothing is left, and nothing is over
    [InlineData(9.5, 19, 30, 80, true)]      // 10, 20 and 30 percent of what is allowed
    [InlineData(0.4, 0.01, 7, 97.52, true)]
    [InlineData(99, 0, 0, 65.26, false)]     // one resource over its own limit
    [InlineData(0, 0, 101, 66.33, false)]
    [InlineData(190, 190, 0, 0, false)]      // mean of 133 percent
    [InlineData(0, 0, 1000, 0, false)]
    public void Service_Usage_ScoresTheMeanOfTheAllowances(double cpu, double memory, double work, double percent, bool healthy)
    {
        var reading = HealthScore.Service(cpu, memory, work, Defaults);

        Assert.Equal((percent, healthy, true), (reading.Percent, reading.Healthy, reading.IsKnown));
    }

    [Theory]
    [InlineData(47.5, 47.5, 50, true)]
    [InlineData(11.21, 60, 62.52, true)]
    [InlineData(96, 0, 49.47, false)]
    [InlineData(100, 100, 0, false)]
    public void System_Usage_LooksAtCpuAndMemoryOnly(double cpu, double memory, double percent, bool healthy)
    {
        var reading = HealthScore.System(cpu, memory, Defaults);

        Assert.Equal((percent, healthy), (reading.Percent, reading.Healthy));
        Assert.Equal(2, reading.Resources.Length);
    }

    [Theory]
    [InlineData(100, "Excellent")]
    [InlineData(90, "Excellent")]
    [InlineData(89.99, "Good")]
    [InlineData(85, "Good")]
    [InlineData(84.99, "Satisfactory")]
    [InlineData(70, "Satisfactory")]
    [InlineData(69.99, "Fair")]
    [InlineData(50, "Fair")]
    [InlineData(49.99, "Poor")]
    [InlineData(30, "Poor")]
    [InlineData(29.99, "Critical")]
    [InlineData(0, "Critical")]
    public void GradeOf_Percent_IsOneOfSix(double percent, string grade)
    {
        Assert.Equal(grade, HealthScore.GradeOf(percent).ToString());
        var reading = HealthScore.System(100 - percent, 100 - percent, new(100, 100));
        Assert.StartsWith($"[{grade}] ", reading.Message, StringComparison.Ordinal);
        Assert.Equal(grade, reading.Grade.ToString());
    }

    [Fact]
    public void Service_Detail_NamesEveryResourceBesideItsLimit()
    {
        Assert.Equal(
            "Service usage is within limits: CPU Usage 0.40% / 90.00%, Memory Usage 0.01% / 90.00%, Active Work 7.00 / 100",
            HealthScore.Service(0.4, 0.01, 7, new(90, 90)).Detail);
        Assert.StartsWith("System usage exceeds allowed limits: ", HealthScore.System(96, 1, Defaults).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_Resources_CarryTheSameAsNumbers()
    {
        var cpu = HealthScore.Service(45, 0, 0, new(90, 90)).Resources[0];

        Assert.Equal(("CPU Usage", 45d, 90d, "%", 50d, false), (cpu.Name, cpu.Usage, cpu.Limit, cpu.Unit, cpu.Allowance, cpu.IsOver));
    }

    [Fact]
    public void Service_MissingReading_ScoresZeroAndSaysWhatIsMissing()
    {
        var reading = HealthScore.Service(null, 10, null, Defaults);

        Assert.Equal((0, false, false, HealthGrade.Critical), (reading.Percent, reading.Healthy, reading.IsKnown, reading.Grade));
        Assert.Equal("Service health is unknown: no reading of CPU Usage, Active Work.", reading.Message);
    }

    [Fact]
    public void From_ContainerLimit_IsWhatTheServiceIsMeasuredAgainst()
    {
        const double Gigabyte = 1L << 30;
        var reading = new MachineReading(TickScript.Noon)
        {
            ServiceCpu = 0.5,
            SystemCpu = 0.1,
            ResidentMemory = Gigabyte,
            ContainerMemoryLimit = Gigabyte,
            MemoryTotal = 64 * Gigabyte,
            MemoryUsed = 16 * Gigabyte,
            PoolQueue = 3,
        };

        var (service, system) = HealthReport.From(reading, Defaults);

        Assert.False(service.Healthy); // all of its gigabyte, though the machine has plenty
        Assert.Equal([50d, 100d, 3d], service.Resources.Select(resource => resource.Usage!.Value));
        Assert.Equal([10d, 25d], system.Resources.Select(resource => resource.Usage!.Value));
        Assert.True(system.Healthy);
    }
}
