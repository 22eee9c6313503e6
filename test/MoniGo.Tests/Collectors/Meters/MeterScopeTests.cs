using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Collectors;

namespace MoniGo.Tests;

public sealed class MeterScopeTests
{
    [Fact]
    public void Two_hosts_in_one_process_do_not_hear_each_other()
    {
        using var one = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var two = new ServiceCollection().AddMetrics().BuildServiceProvider();
        IMeterFactory factoryOne = one.GetRequiredService<IMeterFactory>(), factoryTwo = two.GetRequiredService<IMeterFactory>();
        var name = "Test." + Guid.NewGuid().ToString("N");
        using var listenerOne = new MeterAggregator(new([name], factoryOne), NullLogger<MeterAggregator>.Instance);
        using var listenerTwo = new MeterAggregator(new([name], factoryTwo), NullLogger<MeterAggregator>.Instance);
        using var shared = new Meter(name);

        factoryOne.Create(name).CreateCounter<int>("orders").Add(1);
        factoryTwo.Create(name).CreateCounter<int>("orders").Add(10);
        shared.CreateCounter<int>("everyone").Add(100);

        Assert.Equal((1, 100), (Ticks.Collect(listenerOne).Value("orders"), Ticks.Collect(listenerOne).Value("everyone")));
        Assert.Equal((10, 100), (Ticks.Collect(listenerTwo).Value("orders"), Ticks.Collect(listenerTwo).Value("everyone")));
    }

    [Theory]
    [InlineData("System.Runtime", "System.Runtime", true)]
    [InlineData("System.Runtime", "System.Runtime.Extra", false)]
    [InlineData("MyCompany.*", "MyCompany.Shop", true)]
    [InlineData("MyCompany.*", "MyCompanyX", false)]
    [InlineData("*.Shop", "MyCompany.Shop", true)]
    [InlineData("My*Shop", "mycompany.shop", true)]
    [InlineData("*", "Anything", true)]
    public void Selects_Pattern_MatchesNames(string pattern, string meter, bool expected) =>
        Assert.Equal(expected, new MeterSettings(["Other", pattern]).Selects(meter));
}
