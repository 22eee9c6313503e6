using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MoniGo.TestHosts;

namespace MoniGo.Tests;

/// <summary>The configuration section, its defaults and its limits.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("SamplingInterval", "00:00:00.05", "from 00:00:00.1000000 to 00:01:00")]
    [InlineData("SamplingInterval", "00:02:00", "from 00:00:00.1000000 to 00:01:00")]
    [InlineData("CardinalityLimit", "0", "from 1 to 100000")]
    [InlineData("Tracing:MaxFunctions", "100001", "from 1 to 100000")]
    [InlineData("Storage:Retention", "00:00:10", "from 00:01:00")]
    [InlineData("Storage:MaxBytes", "10", "from 1048576 to 1073741824")]
    [InlineData("Health:MaxCpuUsage", "0", "from 1 to 100")]
    [InlineData("Health:MaxCpuUsage", "NaN", "from 1 to 100")]
    [InlineData("Health:MaxMemoryUsage", "101", "from 1 to 100")]
    [InlineData("Health:MaxActiveWork", "0", "from 1 to 1000000")]
    [InlineData("Dashboard:MaxViewers", "0", "from 1 to 10000")]
    [InlineData("Dashboard:StreamLifetime", "00:00:01", "from 00:00:10 to 1.00:00:00")]
    [InlineData("ServiceName", " ", "1 to 200 characters")]
    [InlineData("Meters:0", "", "a meter name or pattern")]
    public async Task A_value_out_of_range_stops_the_start_and_names_its_key_and_range(string key, string value, string legal)
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:" + key, value)]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains($"MoniGo:{key} ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(legal, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_stops_the_start_and_names_its_key()
    {
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("MoniGo:SamplingInterval", "soon")]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("MoniGo:SamplingInterval", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_is_bound_and_the_delegate_has_the_last_word()
    {
        var builder = TestHost.CreateBuilder(configure: o => o.CardinalityLimit = 7);
        builder.Configuration.AddInMemoryCollection(
        [
            new("MoniGo:SamplingInterval", "00:00:01"),
            new("MoniGo:CardinalityLimit", "5"),
            new("MoniGo:Meters:0", "MyCompany.*"),
            new("MoniGo:Health:MaxActiveWork", "500"),
        ]);
        await using var app = builder.Build(HostKind.MinimalApi);

        var options = app.Services.GetRequiredService<IOptions<MoniGoOptions>>().Value;

        Assert.Equal(TimeSpan.FromSeconds(1), options.SamplingInterval);
        Assert.Equal(7, options.CardinalityLimit);
        Assert.Equal(["MyCompany.*"], options.Meters);
        Assert.Equal(500, options.Health.MaxActiveWork);
    }

    [Fact]
    public void The_defaults_are_valid()
    {
        Assert.True(new MoniGo.Hosting.MoniGoOptionsValidator().Validate(null, new MoniGoOptions()).Succeeded);
    }
}
